package tenet.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Claim.Expectation;
import tenet.symbolic.claim.Claim.Kind;
import tenet.symbolic.formula.Comparison;
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
import tenet.theorems.Report;
import tenet.theorems.Scope;

/** A report with a finding of every kind. */
public final class Reports {
    private static final Term X = Term.symbol("x", Sort.REAL);
    private static final Formula POSITIVE = new Formula.Relation(Comparison.GREATER, X, Term.number(0));
    public static final Counterexample HALF = new Counterexample(List.of(new Counterexample.Binding("x", "1/2")),
            List.of(new Counterexample.Binding("x^2", "1/4"), new Counterexample.Binding("x", "1/2")), "exact rational numbers");

    private Reports() {
    }

    public static Report mixed() {
        Claim proved = claim("mf.balancedness", Kind.THEOREM, Expectation.PROVED, 3);
        Claim wrong = claim("mf.balancedness.swapped", Kind.FALSE_CLAIM, Expectation.REFUTED, 9);
        Claim open = claim("mf.open", Kind.THEOREM, Expectation.SUPPORTED, 20);
        Claim step = claim("mf.with-a-wrong-step", Kind.THEOREM, Expectation.SUPPORTED, 30);
        return new Report(7, List.of(
                Finding.judge(proved, List.of(
                        new Evidence.Proof(AssumedTheorem.of(proved.statement(), "cauchy_schwarz"), new Certificate(proved.id(), List.of()),
                                new Scope("for all L >= 2, all d, any loss", true), true),
                        samples(100)), Optional.empty(), List.of()),
                Finding.judge(wrong, List.of(new Evidence.Refutation(HALF, Optional.empty())), Optional.empty(), List.of()),
                Finding.judge(open, List.of(new Evidence.Failure(Optional.of(open.place()), Optional.of(POSITIVE), "no rule applies", Optional.empty())),
                        Optional.empty(), List.of("stored certificate rejected at step 4 (identity): sides differ; searched again")),
                Finding.judge(step, List.of(samples(90), new Evidence.WrongStep(new Claim.Place("mine.tenet", 33, 7), POSITIVE, HALF)),
                        Optional.empty(), List.of())), List.of());
    }

    private static Evidence samples(int holds) {
        return new Evidence.Samples(7, 200, 100, holds, 100 - holds, OptionalDouble.of(0.125), OptionalDouble.of(1.5), Map.of("positive", 12), false);
    }

    public static Claim claim(String id, Kind kind, Expectation expectation, int line) {
        Statement statement = new Statement(id, Signature.EMPTY, List.of(new Hypothesis("positive", Hypothesis.When.ALWAYS, POSITIVE)), POSITIVE);
        return new Claim(kind, statement, "Title of " + id, Optional.of(new Claim.Citation("arXiv:1802.06509", Claim.Status.PUBLISHED)),
                Optional.of("deep_linear_network"), Optional.empty(), expectation, List.of(), List.of(), List.of(), new Claim.Place("mine.tenet", line, 1));
    }
}
