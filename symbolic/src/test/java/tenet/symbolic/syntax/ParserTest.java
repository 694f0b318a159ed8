package tenet.symbolic.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.claim.Document;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class ParserTest {
    private final Document everything = Samples.read(Samples.EVERYTHING).value();

    private Claim claim(String id) {
        return everything.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
    }

    private static Term term(String text) {
        Parser.Result<Optional<Term>> read = Parser.parseTerm(text, TermArbitraries.SIGNATURE);
        assertThat(read.diagnostics()).isEmpty();
        return read.value().orElseThrow();
    }

    private static Formula formula(String text) {
        Parser.Result<Optional<Formula>> read = Parser.parseFormula(text, TermArbitraries.SIGNATURE);
        assertThat(read.diagnostics()).isEmpty();
        return read.value().orElseThrow();
    }

    @Test
    void every_construct_reads_without_a_diagnostic() {
        assertThat(Samples.complaints(Samples.EVERYTHING)).isEmpty();
        assertThat(everything.claims()).extracting(Claim::id).containsExactly("mf.balancedness", "mf.balancedness.swapped",
                "mf.looks-wrong",
                "rc.2x2.open", "cauchy-schwarz");
    }

    @Test
    void every_construct_prints_to_text_that_reads_back_equal() {
        String text = Printer.print(everything, name -> Optional.empty());
        assertThat(Samples.complaints(text)).as(text).isEmpty();
        assertThat(Samples.placeless(Samples.read(text).value())).isEqualTo(Samples.placeless(everything));
    }

    @Test
    void a_theory_keeps_its_title_notes_citation_and_sampling() {
        Document.Theory theory = everything.theories().getFirst();
        assertThat(theory.title()).isEqualTo("Gradient flow over a depth-L linear network");
        assertThat(theory.notes()).containsExactly("Deep linear networks.", "The setting of the first papers.");
        assertThat(theory.citation()).contains(new Claim.Citation("arXiv:1802.06509", Claim.Status.PUBLISHED));
        assertThat(theory.sampling()).contains(new Sampling("x", Rational.of(-1, 2), Optional.of(Rational.of(3, 4))),
                new Sampling("y", Rational.ZERO, Optional.empty()));
    }

    @Test
    void declarations_mean_what_they_say() {
        Signature signature = everything.theories().getFirst().signature();
        assertThat(signature.find("lambda")).contains(new Declaration.Parameter("lambda", List.of(), Sort.REAL,
                List.of(new Declaration.Bound(Comparison.AT_LEAST, Term.number(0)))));
        assertThat(((Declaration.Variable) signature.find("u").orElseThrow()).motion()).isEqualTo(Declaration.Motion.MOVING);
        assertThat(((Declaration.Function) signature.find("gauge").orElseThrow()).smooth()).isFalse();
        assertThat(((Declaration.Function) signature.find("sq").orElseThrow()).body().orElseThrow().formals())
                .containsExactly("X", "Y", "c");
        assertThat(signature.flow("w").orElseThrow().indices()).containsExactly("n", "r");
        assertThat(signature.flow("x").orElseThrow().law()).isInstanceOf(Declaration.Law.Follows.class);
    }

    @Test
    void a_natural_number_without_a_bound_is_at_least_zero() {
        Declaration.Parameter size = (Declaration.Parameter) everything.theories().getFirst().signature().find("size").orElseThrow();
        assertThat(size.bounds()).containsExactly(new Declaration.Bound(Comparison.AT_LEAST, Term.number(0)));
    }

    @Test
    void a_claim_has_its_clauses() {
        Claim claim = claim("mf.balancedness");
        assertThat(claim.title()).isEqualTo("Balancedness is \"conserved\"");
        assertThat(claim.theory()).contains("deep_linear_network");
        assertThat(claim.notes()).containsExactly("Conserved.");
        assertThat(claim.citation().orElseThrow().status()).isEqualTo(Claim.Status.RECONSTRUCTED);
        assertThat(claim.statement().hypotheses()).extracting(Hypothesis::when).containsExactly(Hypothesis.When.NOW,
                Hypothesis.When.ALWAYS,
                Hypothesis.When.INITIALLY, Hypothesis.When.NOW, Hypothesis.When.NOW);
        assertThat(claim.statement().conclusion()).isInstanceOf(Formula.ForAll.class);
        assertThat(claim.expectation()).isEqualTo(Claim.Expectation.PROVED);
        assertThat(claim.statement().signature().find("F")).isPresent();
    }

    @Test
    void expectations_default_by_kind() {
        assertThat(everything.claims().stream().skip(1)).extracting(Claim::kind, Claim::expectation).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Claim.Kind.FALSE_CLAIM, Claim.Expectation.REFUTED),
                org.assertj.core.groups.Tuple.tuple(Claim.Kind.TRUE_VARIANT, Claim.Expectation.NOT_REFUTED),
                org.assertj.core.groups.Tuple.tuple(Claim.Kind.CONJECTURE, Claim.Expectation.ANY),
                org.assertj.core.groups.Tuple.tuple(Claim.Kind.LEMMA, Claim.Expectation.NOT_REFUTED));
    }

    @Test
    void a_derivation_keeps_its_steps_and_reasons() {
        List<Derivation> derivation = claim("mf.balancedness").derivation();
        Derivation.Have left = (Derivation.Have) derivation.get(0);
        assertThat(left.reasons()).containsExactly(new Derivation.Reason.Induction("j", true),
                new Derivation.Reason.Fact("balanced", List.of()));
        assertThat(left.inner()).hasSize(2);
        Derivation.Calc calc = (Derivation.Calc) derivation.get(2);
        assertThat(calc.steps().get(0).reasons()).containsExactly(new Derivation.Reason.Law("product rule"));
        assertThat(calc.steps().get(1).reasons()).containsExactly(new Derivation.Reason.Law("flow"),
                new Derivation.Reason.Fact("balanced", List.of(Term.index("l"))), new Derivation.Reason.Law("because of symmetry"));
        assertThat(derivation.get(3)).isInstanceOf(Derivation.By.class);
    }

    @Test
    void steps_indented_below_a_have_belong_to_it() {
        Claim claim = Samples.read("""
                theorem t
                  param x : real
                  show x = x
                  have one: x = x
                    calc x = x
                  have two: x = x
                  by two
                """).value().claims().getFirst();
        assertThat(claim.derivation()).hasSize(3);
        assertThat(((Derivation.Have) claim.derivation().get(0)).inner()).hasSize(1);
        assertThat(((Derivation.Have) claim.derivation().get(1)).reasons()).isEmpty();
    }

    @Test
    void a_claim_may_stand_in_a_library_theory() {
        Document.Theory theory = everything.theories().getFirst();
        Library library = new Library(name -> Optional.of(theory).filter(found -> found.name().equals(name)), id ->
                id.equals("lib.fact"));
        Parser.Result<Document> read = Parser.parse("mine.tenet",
                "theorem mine in deep_linear_network show norm(E) >= 0 by lib.fact(x)", library);
        assertThat(read.diagnostics()).isEmpty();
        String text = Printer.print(read.value(), library.theories());
        assertThat(Samples.placeless(Parser.parse("mine.tenet", text, library).value())).isEqualTo(Samples.placeless(read.value()));
    }

    @Test
    void products_bind_tighter_than_sums_and_associate_to_the_left() {
        Term a = term("a");
        Term b = term("b");
        assertThat(term("a - b*a/b*2")).isEqualTo(Term.apply(Operator.ADD, a, Term.apply(Operator.NEGATE,
                Term.apply(Operator.MULTIPLY,
                Term.divide(Term.multiply(b, a), b), Term.number(2)))));
        assertThat(term("-a^2")).isEqualTo(Term.negate(Term.power(a, Term.number(2))));
        assertThat(term("a^-1")).isEqualTo(Term.power(a, Term.number(-1)));
        assertThat(term("a^(-1)")).isEqualTo(term("a^-1"));
    }

    @Test
    void a_fraction_of_two_numbers_is_a_number() {
        assertThat(term("1/2")).isEqualTo(Term.number(Rational.of(1, 2)));
        assertThat(term("-0.25")).isEqualTo(Term.number(Rational.of(-1, 4)));
        assertThat(term("1/(2)")).isEqualTo(Term.divide(Term.number(1), Term.number(2)));
    }

    @Test
    void indices_of_families_come_before_entries() {
        Term member = Term.symbol("W", Sort.matrix(Term.index("n"), Term.index("n")), Term.index("L"));
        assertThat(term("W[L]")).isEqualTo(member);
        assertThat(term("W[L][1,2]")).isEqualTo(Term.apply(Operator.ENTRY, member, Term.number(1), Term.number(2)));
        assertThat(term("W[L]'^T")).isEqualTo(Term.transpose(new Term.Rate(member)));
        assertThat(term("v[1]").sort()).isEqualTo(Sort.REAL);
    }

    @Test
    void a_plain_chain_has_an_index_that_captures_nothing() {
        Term chain = term("chain(V, L, 1)");
        assertThat(chain).isInstanceOfSatisfying(Term.Big.class, big -> {
            assertThat(big.operator()).isEqualTo(BigOperator.CHAIN);
            assertThat(big.range()).isEqualTo(new Range("k", Term.number(1), Term.index("L")));
        });
        assertThat(formula("for k in 1..L: norm(chain(V, L, k)) >= 0").toString()).contains("k_1 in k..L");
    }

    @Test
    void zero_beside_a_matrix_is_the_zero_matrix() {
        Term zero = Term.zero(Sort.matrix(Term.index("n"), Term.index("n")));
        assertThat(formula("A = 0")).isEqualTo(Formula.equal(term("A"), zero));
        assertThat(formula("0 = A")).isEqualTo(Formula.equal(zero, term("A")));
        assertThat(term("A + 0")).isEqualTo(Term.apply(Operator.ADD, term("A"), zero));
        assertThat(term("f(0)")).isEqualTo(new Term.Call("f", List.of(zero), Sort.REAL));
    }

    @Test
    void a_row_of_comparisons_is_a_conjunction() {
        assertThat(formula("0 < a <= 1")).isEqualTo(new Formula.And(List.of(formula("0 < a"), formula("a <= 1"))));
        assertThat(Printer.print(formula("0 < a <= 1 and b = 2"))).isEqualTo("0 < a <= 1 and b = 2");
    }

    @Test
    void an_exception_concerns_the_last_index() {
        assertThat(formula("for i, j in 1..n except i: z[i,j] = 0"))
                .isEqualTo(formula("for i in 1..n: for j in 1..n except i: z[i,j] = 0"));
    }

    @Test
    void symbols_beyond_ascii_are_other_spellings() {
        assertThat(formula("∀ i ∈ 1..n: z[i,1] ≤ a·b ∧ Wᵀ′ ≠ 0".replace("W", "W[i]")))
                .isEqualTo(formula("for i in 1..n: z[i,1] <= a*b and W[i]^T' != 0"));
        assertThat(term("∑(i in 1..n, a)")).isEqualTo(term("sum(i in 1..n, a)"));
        assertThat(term("⟨A, B⟩ − ‖A‖")).isEqualTo(term("inner(A, B) - norm(A)"));
        assertThat(term("∇f(A)")).isEqualTo(term("grad(f, A)"));
    }

    @Test
    void printing_uses_few_brackets() {
        for (String text : List.of("W[L+1]^T*W[L+1] - W[L]*W[L]^T", "a - b - (a - b)", "-a*b", "(-a)*b", "a*(b/a)", "a/b*a",
                "(a^2)^L", "a^L",
                "a^(2 - 2/L)", "(W[1]^T*W[1])'", "W[L]'^T", "chain(W, L, 1)", "chain(i in 1..L, W[i]*A)",
                        "sum(i in 1..n except 1, z[i,1])",
                "1/2*a", "a*(1/2)", "-1/2", "-(1/2)", "(A^L)^T", "v[L-1]", "[[a, -1], [1/2, b]]", "A^2*v"))
            assertThat(Printer.print(term(text))).isEqualTo(text);
    }

    @Test
    void words_of_clauses_are_free_as_names() {
        assertThat(Samples.complaints("theorem t param rate, flow, claim : real show rate + flow = claim by ring\n  flow claim"))
                .hasSize(1);
        assertThat(Samples.complaints("theorem t param rate, flow, of : real show rate + flow = of by ring")).isEmpty();
    }
}
