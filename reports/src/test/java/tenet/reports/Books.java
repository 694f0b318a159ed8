package tenet.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tenet.properties.check.Check;
import tenet.properties.check.Settings;
import tenet.properties.check.StandardMethods;
import tenet.reports.model.Book;
import tenet.reports.model.Curves;
import tenet.reports.motion.MotionStudy;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.AssumedTheorem;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Library;
import tenet.theorems.Report;
import tenet.theorems.Scope;

/** Books to render: one from the library with the real kernel, one whose author means harm. */
public final class Books {
    public static final String HARM = "<script>document.title='hacked'</script> \\input{/etc/passwd} $x$ % & # _ ^ ~ {} \" ' naïve ≤ λ 中 \u202e";
    public static final String LONG_ID = "x.very-" + "long-".repeat(50) + "name";

    private Books() {
    }

    /** Checked once for all tests: it is data. */
    private static final class Checked {
        static final Book BOOK = check();

        private static Book check() {
            try {
                List<Finding> findings = new ArrayList<>(findings(false, "mf.sv-dynamics", "mf.end-to-end", "rc.unobserved-lower", "rc.norm-lower", "rc.det-sign",
                        "rc.entry-lower", "tf.component-norm", "cauchy_schwarz"));
                findings.addAll(findings(true, "rc.unobserved-lower.half"));
                return Book.of(new Report(1, findings, List.of()), Books::curves);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** Proofs, a refutation and motions of the library; certificates are only re-checked. */
    public static Book library() {
        return Checked.BOOK;
    }

    /** Computed anew. */
    public static Optional<Curves> curves(Finding finding) {
        return finding.id().startsWith("rc.") ? MotionStudy.of(finding.claim(), 1, 32) : Optional.empty();
    }

    private static List<Finding> findings(boolean sampled, String... ids) throws InterruptedException {
        Library library = Library.builtIn();
        List<Check.Selection> selections = new ArrayList<>();
        for (String id : ids)
            library.find(id).ifPresent(entry -> selections.add(new Check.Selection(entry.source(), List.of(entry.claim()))));
        Settings settings = new Settings(1, 200, Settings.DEFAULT.timeLimit(), 2, sampled, 32, Optional.empty());
        return new Check(library, selections, settings, new StandardMethods()).run(finding -> { }).findings();
    }

    /** Every text that an author or a tool can write is harmful. */
    public static Book hostile() {
        Term x = Term.symbol("x_" + "long".repeat(12), Sort.REAL);
        Formula formula = new Formula.Relation(Comparison.GREATER, Term.multiply(x, Term.symbol("ℵ\\input", Sort.REAL)), Term.number(0));
        Signature signature = new Signature(List.of(new Declaration.Variable(x.toString(), List.of(), Sort.REAL, Declaration.Motion.FIXED)));
        Counterexample counterexample = new Counterexample(
                List.of(new Counterexample.Binding(HARM, HARM), new Counterexample.Binding("W", "[[1, 2], [\\input{x}, 4]]"), new Counterexample.Binding("A", "[[1/2, 2], [3, 1.5E-7]]")),
                List.of(new Counterexample.Binding(HARM, "1"), new Counterexample.Binding("x", "[\\input{x}, 2]")), HARM);
        List<Finding> findings = new ArrayList<>();
        for (String id : List.of("x.<b>bold</b>&amp;", "../../escape", LONG_ID, LONG_ID + "2", "X.CASE", "x.case")) {
            Statement statement = new Statement(id, signature, List.of(new Hypothesis(HARM, Hypothesis.When.NOW, formula)), formula);
            Claim claim = new Claim(Claim.Kind.THEOREM, statement, HARM, Optional.of(new Claim.Citation(HARM, Claim.Status.PUBLISHED)), Optional.of(HARM), Optional.empty(),
                    Claim.Expectation.ANY, List.of(), List.of(), List.of(), new Claim.Place("a </title>\\input{b}.tenet", 1, 1));
            Certificate.Step step = new Certificate.Step(1, List.of(), List.of(new Certificate.Assumption(HARM, formula)), formula, HARM, Optional.of(HARM), List.of(), Map.of(HARM, x), HARM);
            List<Evidence> evidence = id.startsWith("x.<b>")
                    ? List.of(new Evidence.Refutation(counterexample, Optional.of(counterexample)), new Evidence.WrongStep(claim.place(), formula, counterexample))
                    : List.of(new Evidence.Proof(AssumedTheorem.of(statement, HARM), new Certificate(id, List.of(step)), new Scope(HARM, true), true),
                            new Evidence.Failure(HARM), new Evidence.Samples(1, 1, 1, 1, 0, OptionalDouble.empty(), OptionalDouble.empty(), Map.of(HARM, 1), false));
            findings.add(Finding.judge(claim, evidence, Optional.empty(), List.of(HARM)));
        }
        Curves curves = new Curves(List.of(new Counterexample.Binding(HARM, HARM)), 1, List.of(0.0, 1.0),
                List.of(new Curves.Series(HARM, "x", Curves.Kind.LOSS, List.of(1.0, 2.0))), Optional.of(HARM));
        return Book.of(new Report(1, findings, List.of(HARM)), finding -> Optional.of(curves));
    }
}
