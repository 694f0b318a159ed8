package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Claims with certificates written by hand, to look at; nothing here is checked by the kernel. */
final class Examples {
    static final Term L = Term.index("L");
    static final Term N = Term.index("N");
    static final Term ONE = Term.number(1);
    static final Term TWO = Term.number(2);

    record Example(Claim claim, Certificate certificate, List<String> lemmas) {
    }

    private Examples() {
    }

    static Term d(Term index) {
        return Term.symbol("d", Sort.INT, index);
    }

    static Term i(String name) {
        return Term.index(name);
    }

    static Term plus(Term index, long number) {
        return Term.add(index, Term.number(number));
    }

    static Term layer(Term l) {
        return Term.symbol("W", Sort.matrix(d(l), d(plus(l, -1))), l);
    }

    static Term chain(Term high, Term low) {
        return Term.big(BigOperator.CHAIN, new Range("k", low, high), layer(i("k")));
    }

    static Term real(String name, Term... indices) {
        return Term.symbol(name, Sort.REAL, indices);
    }

    static Term norm(Term term) {
        return Term.apply(Operator.NORM, term);
    }

    static Term inner(Term a, Term b) {
        return Term.apply(Operator.INNER, a, b);
    }

    static Term rate(Term term) {
        return new Term.Rate(term);
    }

    static Term t(Term term) {
        return Term.transpose(term);
    }

    /** A step; fields that an example does not need are left out. */
    static final class Steps {
        private final List<Certificate.Step> steps = new ArrayList<>();
        private List<Range> fixed = List.of();
        private List<Certificate.Assumption> assumed = List.of();

        Steps under(Range... ranges) {
            fixed = List.of(ranges);
            return this;
        }

        Steps assuming(Certificate.Assumption... assumptions) {
            assumed = List.of(assumptions);
            return this;
        }

        Steps add(String rule, String label, Formula conclusion, String reason, Map<String, Term> arguments, Integer... premises) {
            steps.add(new Certificate.Step(steps.size() + 1, fixed, assumed, conclusion, rule, Optional.of(label).filter(text -> !text.isEmpty()),
                    List.of(premises), new LinkedHashMap<>(arguments), reason));
            return this;
        }

        Steps add(String rule, Formula conclusion, String reason, Integer... premises) {
            return add(rule, "", conclusion, reason, Map.of(), premises);
        }

        Certificate certificate(String claim) {
            return new Certificate(claim, steps);
        }
    }

    static Claim claim(String title, String source, Claim.Status status, Statement statement) {
        return new Claim(Claim.Kind.THEOREM, statement, title, Optional.of(new Claim.Citation(source, status)), Optional.empty(), Optional.empty(),
                Claim.Expectation.PROVED, List.of(), List.of(), List.of(), new Claim.Place("examples", 1, 1));
    }

    static List<Declaration> deepLinear() {
        Range l = new Range("l", ONE, L);
        Sort end = Sort.matrix(d(L), d(Term.number(0)));
        Term e = new Term.Symbol("E", List.of(), end);
        return List.of(new Declaration.Parameter("L", List.of(), Sort.INT, List.of(new Declaration.Bound(Comparison.AT_LEAST, TWO))),
                new Declaration.Parameter("d", List.of(new Range("l", Term.number(0), L)), Sort.INT, List.of(new Declaration.Bound(Comparison.AT_LEAST, ONE))),
                new Declaration.Variable("W", List.of(l), Sort.matrix(d(i("l")), d(plus(i("l"), -1))), Declaration.Motion.FIXED),
                new Declaration.Function("loss", List.of(end), Sort.REAL, true, Optional.empty()),
                new Declaration.Definition("E", List.of(), chain(L, ONE)),
                new Declaration.Flow("W", List.of("l"), new Declaration.Law.Descends(new Term.Call("loss", List.of(e), Sort.REAL), Optional.empty())));
    }

    static Term endToEnd() {
        return new Term.Symbol("E", List.of(), Sort.matrix(d(L), d(Term.number(0))));
    }

    static Example balancedness() {
        Term l = i("l");
        Range range = new Range("l", ONE, plus(L, -1));
        Term next = layer(plus(l, 1));
        Term gradient = new Term.Gradient("loss", endToEnd());
        Term left = Term.multiply(t(next), next);
        Term right = Term.multiply(layer(l), t(layer(l)));
        Term x = Term.multiply(chain(l, ONE), t(gradient), chain(L, plus(l, 1)));
        Term both = Term.subtract(Term.negate(x), t(x));
        Formula goal = Formula.equal(rate(Term.subtract(left, right)), Term.zero(left.sort()));
        Certificate certificate = new Steps().under(range)
                .add("identity", Formula.equal(rate(left), Term.add(Term.multiply(t(rate(next)), next), Term.multiply(t(next), rate(next)))), "product rule")
                .add("identity", "", Formula.equal(Term.add(Term.multiply(t(rate(next)), next), Term.multiply(t(next), rate(next))), both), "flow", Map.of())
                .add("identity", Formula.equal(both, Term.add(Term.multiply(rate(layer(l)), t(layer(l))), Term.multiply(layer(l), t(rate(layer(l)))))), "flow, read backwards")
                .add("identity", Formula.equal(Term.add(Term.multiply(rate(layer(l)), t(layer(l))), Term.multiply(layer(l), t(rate(layer(l))))), rate(right)), "")
                .add("chain", Formula.equal(rate(left), rate(right)), "", 1, 2, 3, 4)
                .add("rewrite", "", goal, "difference of equals", Map.of("context", Certificate.hole(left.sort())), 5)
                .under()
                .add("generalise", new Formula.ForAll(range, goal), "", 6).certificate("mf.balancedness");
        Statement statement = new Statement("mf.balancedness", new Signature(deepLinear()), List.of(), new Formula.ForAll(range, goal));
        return new Example(claim("Balancedness is conserved", "arXiv:1802.06509, Theorem 1", Claim.Status.PUBLISHED, statement), certificate, List.of());
    }

    static Example singularValueDynamics() {
        Sort end = endToEnd().sort();
        Term g = new Term.Gradient("loss", endToEnd());
        Term u = new Term.Symbol("u", List.of(), Sort.matrix(d(L), ONE));
        Term v = new Term.Symbol("v", List.of(), Sort.matrix(d(Term.number(0)), ONE));
        Term sigma = real("sigma");
        Term l = i("l");
        Term a = Term.multiply(endToEnd(), t(endToEnd()));
        Term b = Term.multiply(t(endToEnd()), endToEnd());
        Range layers = new Range("l", ONE, L);
        Term leftPower = Term.power(a, Term.divide(Term.subtract(L, l), L));
        Term rightPower = Term.power(b, Term.divide(Term.subtract(l, ONE), L));
        Term sum = Term.big(BigOperator.SUM, layers, Term.multiply(t(u), leftPower, g, rightPower, v));
        Term exponent = Term.subtract(TWO, Term.divide(TWO, L));
        Term pairing = inner(g, Term.multiply(u, t(v)));
        Term powers = Term.big(BigOperator.SUM, layers, Term.multiply(Term.power(sigma, Term.divide(Term.multiply(TWO, Term.subtract(L, l)), L)),
                Term.power(sigma, Term.divide(Term.multiply(TWO, Term.subtract(l, ONE)), L)), t(u), g, v));
        Term target = Term.negate(Term.multiply(L, Term.power(sigma, exponent), pairing));
        Term start = rate(sigma);
        Term one = Term.multiply(t(u), rate(endToEnd()), v);
        Hypothesis svd = new Hypothesis("svd", Hypothesis.When.ALWAYS, new Formula.And(List.of(
                Formula.equal(Term.multiply(endToEnd(), v), Term.multiply(sigma, u)), Formula.equal(Term.multiply(t(endToEnd()), u), Term.multiply(sigma, v)),
                Formula.equal(Term.multiply(t(u), u), ONE), Formula.equal(Term.multiply(t(v), v), ONE))));
        Hypothesis positive = new Hypothesis("positive", Hypothesis.When.NOW, new Formula.Relation(Comparison.GREATER, sigma, Term.number(0)));
        Hypothesis balanced = new Hypothesis("balanced", Hypothesis.When.INITIALLY, new Formula.ForAll(new Range("l", ONE, plus(L, -1)),
                Formula.equal(Term.multiply(t(layer(plus(l, 1))), layer(plus(l, 1))), Term.multiply(layer(l), t(layer(l))))));
        Certificate certificate = new Steps()
                .add("hypothesis", "svd", svd.formula(), "", Map.of())
                .add("theorem", "mf.end-to-end", Formula.equal(rate(endToEnd()), Term.negate(Term.big(BigOperator.SUM, layers, Term.multiply(leftPower, g, rightPower)))),
                        "", Map.of())
                .add("differentiate", Formula.equal(start, one), "unit vectors are orthogonal to their rates", 1)
                .add("rewrite", Formula.equal(one, Term.negate(sum)), "end-to-end dynamics", 2)
                .add("lemma", "psd-power-eigenvector", Formula.equal(Term.negate(sum), Term.negate(powers)), "singular vectors are eigenvectors", Map.of(), 1)
                .add("identity", Formula.equal(Term.negate(powers), target), "L equal terms")
                .add("chain", Formula.equal(start, target), "", 3, 4, 5, 6).certificate("mf.sv-dynamics");
        List<Declaration> declarations = new ArrayList<>(deepLinear());
        declarations.add(new Declaration.Variable("u", List.of(), u.sort(), Declaration.Motion.MOVING));
        declarations.add(new Declaration.Variable("v", List.of(), v.sort(), Declaration.Motion.MOVING));
        declarations.add(new Declaration.Variable("sigma", List.of(), Sort.REAL, Declaration.Motion.MOVING));
        Statement statement = new Statement("mf.sv-dynamics", new Signature(declarations), List.of(svd, positive, balanced),
                Formula.equal(start, target));
        return new Example(claim("Singular values under balanced gradient flow", "arXiv:1905.13655, Theorem 3", Claim.Status.RECONSTRUCTED, statement),
                certificate, List.of("psd-power-eigenvector", "analytic-svd"));
    }

    static Example componentNorm() {
        Term r = i("r");
        Term n = i("n");
        Term m = i("m");
        Range modes = new Range("n", ONE, N);
        Sort vector = Sort.matrix(Term.symbol("d", Sort.INT, n), ONE);
        Term w = Term.symbol("w", vector, n, r);
        Term wm = Term.symbol("w", Sort.matrix(Term.symbol("d", Sort.INT, m), ONE), m, r);
        Term sigma = real("sigma", r);
        Term gamma = real("gamma", r);
        Term rho = norm(Term.symbol("w", Sort.matrix(Term.symbol("d", Sort.INT, ONE), ONE), ONE, r));
        Term product = Term.big(BigOperator.PRODUCT, modes, norm(w));
        Term others = Term.big(BigOperator.PRODUCT, new Range("m", ONE, N).without(n), norm(wm));
        Term leibniz = Term.big(BigOperator.SUM, modes, Term.multiply(rate(norm(w)), others));
        Term squares = Term.big(BigOperator.SUM, modes, Term.multiply(gamma, Term.big(BigOperator.PRODUCT, new Range("m", ONE, N).without(n), Term.power(norm(wm), TWO))));
        Term balanced = Term.multiply(N, gamma, Term.power(rho, Term.subtract(Term.multiply(TWO, N), TWO)));
        Term exponent = Term.subtract(TWO, Term.divide(TWO, N));
        Term goal = Term.multiply(N, gamma, Term.power(sigma, exponent));
        Formula equalNorms = new Formula.ForAll(new Range("n", ONE, N), new Formula.ForAll(new Range("m", ONE, N), Formula.equal(norm(w), norm(wm))));
        Range all = new Range("r", ONE, i("R"));
        Certificate certificate = new Steps().under(all)
                .add("identity", Formula.equal(rate(sigma), leibniz), "product rule")
                .add("identity", "", Formula.equal(leibniz, squares), "", Map.of())
                .add("hypothesis", "balanced", equalNorms, "", Map.of())
                .add("rewrite", "", Formula.equal(squares, balanced), "all norms are equal", Map.of("m", ONE), 3)
                .add("identity", Formula.equal(balanced, goal), "powers")
                .add("chain", Formula.equal(rate(sigma), goal), "", 1, 2, 4, 5)
                .under().add("generalise", new Formula.ForAll(all, Formula.equal(rate(sigma), goal)), "", 6).certificate("tf.component-norm");
        List<Declaration> declarations = List.of(
                new Declaration.Parameter("N", List.of(), Sort.INT, List.of(new Declaration.Bound(Comparison.AT_LEAST, TWO))),
                new Declaration.Parameter("R", List.of(), Sort.INT, List.of(new Declaration.Bound(Comparison.AT_LEAST, ONE))),
                new Declaration.Parameter("d", List.of(modes), Sort.INT, List.of(new Declaration.Bound(Comparison.AT_LEAST, ONE))),
                new Declaration.Variable("w", List.of(modes, all), vector, Declaration.Motion.FIXED),
                new Declaration.Function("loss", List.of(new Sort.Tensor(modes, Term.symbol("d", Sort.INT, n))), Sort.REAL, true, Optional.empty()),
                new Declaration.Definition("T", List.of(), Term.big(BigOperator.SUM, all, Term.big(BigOperator.OUTER, modes, w))),
                new Declaration.Definition("sigma", List.of(all), product),
                new Declaration.Flow("w", List.of("n", "r"), new Declaration.Law.Descends(
                        new Term.Call("loss", List.of(new Term.Symbol("T", List.of(), new Sort.Tensor(modes, Term.symbol("d", Sort.INT, n)))), Sort.REAL), Optional.empty())),
                new Declaration.Definition("gamma", List.of(all), Term.negate(inner(
                        new Term.Gradient("loss", new Term.Symbol("T", List.of(), new Sort.Tensor(modes, Term.symbol("d", Sort.INT, n)))),
                        Term.big(BigOperator.OUTER, modes, Term.divide(w, norm(w)))))));
        Statement statement = new Statement("tf.component-norm", new Signature(declarations),
                List.of(new Hypothesis("balanced", Hypothesis.When.NOW, new Formula.ForAll(all, equalNorms)),
                        new Hypothesis("nonzero", Hypothesis.When.NOW, new Formula.ForAll(all, new Formula.Relation(Comparison.GREATER, sigma, Term.number(0))))),
                new Formula.ForAll(all, Formula.equal(rate(sigma), goal)));
        return new Example(claim("Norm of a CP component", "arXiv:2102.09972, Corollary 1", Claim.Status.PUBLISHED, statement), certificate, List.of());
    }

    /** Everything awkward: long lines, a local assumption, text full of TeX, inequalities, literals. */
    static Example awkward() {
        Term x = real("x");
        Term y = real("y_max");
        Term j = i("j");
        Term f = Term.power(Term.add(x, y), TWO);
        Term half = Term.number(Rational.of(1, 2));
        List<Term> many = new ArrayList<>();
        for (int k = 1; k <= 9; k++) many.add(Term.multiply(Term.number(k), Term.power(x, Term.number(k)), Term.power(real("lambda" + k), Term.number(10 - k))));
        Term sum = Term.add(many.toArray(Term[]::new));
        Formula small = new Formula.And(List.of(new Formula.Relation(Comparison.LESS, Term.number(0), x), new Formula.Relation(Comparison.LESS, x, ONE)));
        Term matrix = new Term.MatrixLiteral(List.of(List.of(x, ONE), List.of(Term.number(0), Term.divide(ONE, x))));
        Formula det = Formula.equal(Term.apply(Operator.DETERMINANT, matrix), ONE);
        Formula atJ = Formula.equal(Term.power(matrix, Term.number(2)), Term.multiply(matrix, matrix));
        Certificate certificate = new Steps()
                .add("hypothesis", "x_small", small, "50% of $x & \\input{secrets} #1_2 ~ ^", Map.of())
                .add("identity", Formula.equal(f, sum), "binomial")
                .add("positivstellensatz", "", new Formula.Relation(Comparison.AT_MOST, sum, Term.add(sum, Term.multiply(half, sum))), "", Map.of("p0_1", Term.power(x, TWO)), 1, 2)
                .add("chain", new Formula.Relation(Comparison.AT_MOST, f, Term.add(sum, Term.multiply(half, sum))), "", 2, 3)
                .under(new Range("j", ONE, Optional.empty(), Optional.empty())).assuming(new Certificate.Assumption("ih", new Formula.Relation(Comparison.AT_LEAST, Term.power(x, j), Term.number(0))))
                .add("my_new_rule", "", new Formula.And(List.of(det, atJ)), "", Map.of(), 1)
                .add("part", "", new Formula.And(List.of(new Formula.ForEvery("X", Sort.matrix(TWO, TWO), new Formula.ForAll(new Range("n", ONE, N),
                        new Formula.Relation(Comparison.AT_LEAST, norm(new Term.Symbol("X", List.of(), Sort.matrix(TWO, TWO))), Term.number(0)))),
                        new Formula.ForAll(new Range("n", ONE, N).without(i("j")), new Formula.Relation(Comparison.UNEQUAL,
                                Term.apply(Operator.MINIMUM, x, Term.apply(Operator.ENTRY, matrix, ONE, ONE)), Term.apply(Operator.EXPONENTIAL, Term.negate(x)))))),
                        "", Map.of(), 5)
                .under().assuming()
                .add("initially", new Formula.Initially(Formula.equal(Term.multiply(sum, rate(Term.multiply(x, y))), Term.multiply(sum, sum))), "", 4)
                .add("induction", "up", new Formula.ForAll(new Range("j", ONE, Optional.empty(), Optional.empty()), det), "", Map.of(), 5).certificate("own.awkward");
        Statement statement = new Statement("own.awkward_1", new Signature(List.of(
                new Declaration.Variable("x", List.of(), Sort.REAL, Declaration.Motion.FIXED),
                new Declaration.Function("sq", List.of(Sort.matrix(TWO, TWO)), Sort.REAL, true, Optional.of(new Declaration.Body(List.of("X"),
                        Term.multiply(half, Term.power(norm(new Term.Symbol("X", List.of(), Sort.matrix(TWO, TWO))), TWO))))))),
                List.of(new Hypothesis("x_small", Hypothesis.When.NOW, small)), new Formula.Relation(Comparison.AT_MOST, f, Term.add(sum, Term.multiply(half, sum))));
        return new Example(claim("50% of $x & \\input{secrets} #1_2 ~ ^ — naïve ≤ λ 中 “quoted” <tag>", "", Claim.Status.OURS, statement), certificate, List.of("cauchy_schwarz"));
    }
}
