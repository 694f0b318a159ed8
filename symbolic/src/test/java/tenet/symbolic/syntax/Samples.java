package tenet.symbolic.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.claim.Document;

/** Texts that use every construct, and readings of them. */
final class Samples {
    static final String EVERYTHING = """
            # Deep linear networks.
            # The setting of the first papers.
            theory deep_linear_network "Gradient flow over a depth-L linear network"
              cite "arXiv:1802.06509" published
              param L : nat >= 2
              param N, R : nat >= 1, <= 9
              param d[l in 0..L] : nat >= 1
              param λ, mu : real >= 0
              param offset : int
              param A : real[d[L], d[0]]
              param size[n in 1..N] : nat
              var   W[l in 1..L] : real[d[l], d[l-1]]
              var   w[n in 1..N, r in 1..R] : real[size[n]]
              moving var u : real[d[L]]
              var x, y : real
              fun   loss : real[d[L], d[0]] -> real
              fun   rough gauge : real[2,2] -> real
              fun   sq(X, Y : real[2,2], c : real) : real = c/2 * norm(X - Y)^2
              fun   fit : tensor[size[n] for n in 1..N] -> real
              let   E = chain(W, L, 1)
              let   p[r in 1..R] = prod(n in 1..N, norm(w[n,r]))
              let   T = sum(r in 1..R, outer(n in 1..N, w[n,r]))
              let   M = [[1, 1/2], [x, -3]]
              flow  W descends loss(E) + λ/2 * ∑(l in 1..L, ‖W[l]‖^2)
              flow  w[n,r] descends fit(T) with rate 2*p[r]
              flow  x follows -lambda*x
              sample L in 2..4, d in 1..4
              sample x in -1/2..0.75
              sample y in 0..

            # Conserved.
            theorem mf.balancedness "Balancedness is \\"conserved\\""
              cite "arXiv:1802.06509, Theorem 1" reconstructed
              param s : real > 0
              let F = s*E
              given balanced: for l in 1..L-1: W[l+1]^T*W[l+1] = W[l]*W[l]^T
              given always apart: 0 < x < 1 and x ≠ 1/2
              given initially det_positive: det(M) > 0
              given odd: for X : real[2,2]: gauge(-X) = gauge(X)
              given pairs: for n, m in 1..N except n: norm(w[n,1]) >= norm(w[m,1])
              for l ∈ 1..L-1
              show (W[l+1]ᵀ * W[l+1] − W[l] · W[l]^T)' = 0
              have left: for j in 1..L, m in 0..: trace(chain(W,L,j)*(W[j]^T*W[j])^m*chain(W,L,j)^T) >= 0 by induction on j down, balanced {
                have inner_fact: <W[j], W[j]> = tr(W[j]^T*W[j]) by definition of E
                calc |x| = abs(x) by ring
                     <= ∏(n in 1..N except 1, 1) + max(x, min(y, 2), sqrt(exp(log(2))))
              }
              have spelled: grad loss(E) = grad(loss, E)
              calc (W[l+1]^T * W[l+1])' = W[l+1]'^T * W[l+1] + W[l+1]^T * W[l+1]'   by product rule
                   = 0 by flow, balanced(l), "because of symmetry"
              by left(1, 2), ring
              sample L in 2..6
              expect proved

            false claim mf.balancedness.swapped "Swapped" of mf.balancedness
              for l in 1..L-1
              show W[l+1]*W[l+1]^T = identity(d[l+1]) and (initially W[l]*W[l]^T = zero(d[l], d[l]))
              by mf.balancedness

            true variant mf.looks-wrong of mf.balancedness
              show for n in 1..N: contract(T, m in 1..N except n, w[m,1]) = contract(T, m in 1..N except n, w[m,1])

            conjecture rc.2x2.open show [x, y; 0, 1][1,2] + M^2[2,2] = x^(2 - 2/L)

            lemma cauchy-schwarz "Cauchy-Schwarz" in none cite ours
              param m : nat >= 1
              param X, Y : real[m,m]
              show <X,Y>^2 <= norm(X)^2 * norm(Y)^2
            """;

    private static final Claim.Place NOWHERE = new Claim.Place("", 0, 0);

    private Samples() {
    }

    static Parser.Result<Document> read(String text) {
        return Parser.parse("sample.tenet", text, name -> Optional.empty());
    }

    /** The diagnostics, one a line. */
    static List<String> complaints(String text) {
        return read(text).diagnostics().stream().map(Diagnostic::toString).map(line -> line.replace("sample.tenet:", "")).toList();
    }

    static String shown(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    /** The document without its places. */
    static Document placeless(Document document) {
        return new Document("", document.theories().stream().map(theory -> new Document.Theory(theory.name(), theory.title(),
                theory.citation(),
                theory.basis(), theory.signature(), theory.assumptions(), theory.sampling(), theory.notes(), NOWHERE)).toList(),
                document.claims().stream().map(claim -> new Claim(claim.kind(), claim.statement(), claim.title(),
                        claim.citation(), claim.theory(),
                        claim.variantOf(), claim.expectation(), claim.derivation().stream().map(Samples::placeless).toList(),
                        claim.sampling(), claim.notes(), NOWHERE)).toList());
    }

    private static Derivation placeless(Derivation derivation) {
        return switch (derivation) {
            case Derivation.Have have -> new Derivation.Have(have.name(), have.formula(), have.reasons(),
                    have.inner().stream().map(Samples::placeless).toList(), NOWHERE);
            case Derivation.Calc calc -> new Derivation.Calc(calc.start(), calc.steps().stream()
                    .map(step -> new Derivation.Step(step.comparison(), step.right(), step.reasons(), NOWHERE)).toList(), NOWHERE);
            case Derivation.Cases cases -> new Derivation.Cases(cases.cases().stream().map(one -> new Derivation.Case(one.name(), one.formula(),
                    one.inner().stream().map(Samples::placeless).toList(), NOWHERE)).toList(), NOWHERE);
            case Derivation.By by -> new Derivation.By(by.reasons(), NOWHERE);
        };
    }
}
