package tenet.symbolic.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class RoundTripProperties {
    @Property(tries = 500)
    void a_printed_term_reads_back_as_itself(@ForAll("terms") Term term) {
        String text = Printer.print(term);
        Parser.Result<Optional<Term>> read = Parser.parseTerm(text, TermArbitraries.SIGNATURE);
        assertThat(read.diagnostics()).as(text).isEmpty();
        assertThat(read.value()).as(text).contains(term);
    }

    @Property(tries = 300)
    void a_printed_formula_reads_back_as_itself(@ForAll("formulas") Formula formula) {
        String text = Printer.print(formula);
        Parser.Result<Optional<Formula>> read = Parser.parseFormula(text, TermArbitraries.SIGNATURE);
        assertThat(read.diagnostics()).as(text).isEmpty();
        assertThat(read.value()).as(text).contains(formula);
    }

    @Property(tries = 100)
    void a_printed_certificate_reads_back_as_itself(@ForAll("certificates") Certificate certificate) {
        Statement statement = new Statement(certificate.claim(), TermArbitraries.SIGNATURE, List.of(), new Formula.And(List.of()));
        String text = Printer.print(Map.of(certificate.claim(), certificate));
        var read = Parser.parseCertificates("sample.cert", text, id -> Optional.of(statement).filter(known -> known.id().equals(id)));
        assertThat(read.diagnostics()).as(text).isEmpty();
        assertThat(read.value()).as(text).containsExactly(Map.entry(certificate.claim(), certificate));
    }

    @Property(tries = 300)
    void no_text_makes_the_parser_throw(@ForAll("clutter") String text) {
        Parser.Result<Document> read = Samples.read(text);
        assertThat(read.hasErrors()).isNotEqualTo(read.diagnostics().isEmpty());
        assertThat(read.hasErrors() || !read.value().theories().isEmpty() || !read.value().claims().isEmpty()).isTrue();
        assertThat(Diagnostic.render(read.diagnostics(), text)).isNotNull();
        Parser.parseCertificates("sample.cert", text, id -> Optional.empty());
    }

    @Property(tries = 200)
    void a_good_text_with_a_piece_cut_out_or_put_in_does_not_make_the_parser_throw(@ForAll @IntRange(max = 4500) int start,
            @ForAll @IntRange(max = 30) int length, @ForAll("clutter") String put) {
        int from = Math.min(start, Samples.EVERYTHING.length());
        int to = Math.min(from + length, Samples.EVERYTHING.length());
        String text = Samples.EVERYTHING.substring(0, from) + put + Samples.EVERYTHING.substring(to);
        Parser.Result<Document> read = Samples.read(text);
        assertThat(read.diagnostics()).allSatisfy(diagnostic -> {
            assertThat(diagnostic.place().line()).isBetween(1, (int) text.lines().count() + 1);
            assertThat(diagnostic.place().column()).isPositive();
        });
    }

    @Provide
    Arbitrary<Term> terms() {
        return TermArbitraries.term();
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return TermArbitraries.formula(3);
    }

    @Provide
    Arbitrary<Certificate> certificates() {
        Range fixed = new Range("h", Term.number(1), Term.index("L"));
        Arbitrary<Map<String, Term>> arguments = Arbitraries.oneOf(Arbitraries.just(Map.of()),
                TermArbitraries.term().map(term -> Map.of("l", term)), TermArbitraries.matrix(1).map(term -> Map.of("1*2 \"quoted\"",
                        Term.multiply(Certificate.hole(Sort.matrix(Term.index("n"), Term.index("n"))), term))),
                Arbitraries.of(Sort.REAL, Sort.INT).map(sort -> Map.of("context", Certificate.hole(sort), "for", Term.index("h"))));
        Arbitrary<Certificate.Step> steps = Combinators.combine(Arbitraries.integers().between(1, 200),
                Arbitraries.of(true, false), TermArbitraries.formula(1), TermArbitraries.formula(2),
                Arbitraries.of("identity", "lemma", "rewrite", "sum-collapse", "initially"), Arbitraries.strings().ascii()
                        .ofMaxLength(6)
                        .map(text -> text.replaceAll("\\p{Cntrl}", "")).optional(), arguments)
                .as((number, assuming, assumed, conclusion, rule, label, given) -> new Certificate.Step(number, List.of(fixed),
                        assuming ? List.of(new Certificate.Assumption("ih", assumed)) : List.of(), conclusion, rule, label,
                        assuming ? List.of(1, 3) : List.of(), given, label.orElse("")));
        return steps.list().ofMaxSize(4).map(list -> new Certificate("a.b-c", list));
    }

    @Provide
    Arbitrary<String> clutter() {
        return Arbitraries.of("theory", "theorem", "show", "given", "h:", "let", "param", "x", "W[", "]", "(", ")", "{", "}",
                "=", "<", "|",
                "sum(", "l in", "1..", "..", ":", ",", "'", "^T", "^", "-", "by", "calc", "have", "false", "claim", "\"",
                        "\"t\"", "\n", "§",
                "for", "and", "certificate", "1.", "?", "[", "real", ": nat", "flow", "descends", "1/0", "# c").list().ofMaxSize(30)
                .map(words -> String.join(" ", words));
    }
}
