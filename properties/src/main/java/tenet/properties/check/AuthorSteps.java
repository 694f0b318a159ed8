package tenet.properties.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Term;

/**
 * The steps of an author's derivation as formulas that must hold under the hypotheses of the claim, so that each can
 * be tried on samples. Steps inside an induction are left out: they hold under its hypothesis and only for some indices.
 */
final class AuthorSteps {
    private AuthorSteps() {
    }

    /** @param formula the step, quantified over the indices under which it is stated */
    record Step(Claim.Place place, Formula formula) {
    }

    static List<Step> of(Claim claim) {
        List<Step> steps = new ArrayList<>();
        collect(claim.derivation(), quantifiers(claim.statement().conclusion()), false, steps);
        return steps;
    }

    /** What the lines of a derivation state under no local assumption, in the form of {@link #of}. */
    static Set<Formula> lines(Certificate certificate) {
        Set<Formula> lines = new LinkedHashSet<>();
        for (Certificate.Step step : certificate.steps())
            if (step.assumed().isEmpty())
                lines.add(under(step.fixed().stream().<Formula>map(range -> new Formula.ForAll(range, step.conclusion())).toList(), step.conclusion()));
        return lines;
    }

    /** @param start whether the steps show what holds at the start, and need not hold later */
    private static void collect(List<Derivation> derivation, List<Formula> quantifiers, boolean start, List<Step> steps) {
        for (Derivation part : derivation)
            switch (part) {
                case Derivation.Have have -> {
                    boolean initially = have.formula() instanceof Formula.Initially;
                    Formula formula = initially ? ((Formula.Initially) have.formula()).body() : have.formula();
                    steps.add(new Step(have.place(), under(quantifiers, at(start || initially, formula))));
                    if (have.reasons().stream().noneMatch(Derivation.Reason.Induction.class::isInstance)) {
                        List<Formula> inner = new ArrayList<>(quantifiers);
                        inner.addAll(quantifiers(formula));
                        collect(have.inner(), inner, start || initially, steps);
                    }
                }
                case Derivation.Calc calc -> {
                    Term left = calc.start();
                    for (Derivation.Step step : calc.steps()) {
                        Formula relation = new Formula.Relation(step.comparison(), left, step.right());
                        steps.add(new Step(step.place(), under(quantifiers, at(start, relation))));
                        left = step.right();
                    }
                }
                // What is shown in a case holds under its assumption, which a formula cannot say.
                case Derivation.Cases ignored -> { }
                case Derivation.By ignored -> { }
            }
    }

    private static Formula at(boolean start, Formula formula) {
        return start ? new Formula.Initially(formula) : formula;
    }

    /** The quantifiers that a formula begins with, outermost first. */
    private static List<Formula> quantifiers(Formula formula) {
        List<Formula> found = new ArrayList<>();
        while (true) {
            switch (formula) {
                case Formula.ForAll all -> {
                    found.add(all);
                    formula = all.body();
                }
                case Formula.ForEvery every -> {
                    found.add(every);
                    formula = every.body();
                }
                case Formula.Relation ignored -> { return found; }
                case Formula.And ignored -> { return found; }
                case Formula.Initially ignored -> { return found; }
            }
        }
    }

    /** The formula under those quantifiers whose name it mentions. */
    private static Formula under(List<Formula> quantifiers, Formula formula) {
        Formula quantified = formula;
        for (Formula quantifier : quantifiers.reversed()) {
            Set<String> free = Formula.freeNames(quantified);
            if (quantifier instanceof Formula.ForAll(Range range, Formula body) && free.contains(range.index()))
                quantified = new Formula.ForAll(range, quantified);
            else if (quantifier instanceof Formula.ForEvery(String name, var sort, Formula body) && free.contains(name))
                quantified = new Formula.ForEvery(name, sort, quantified);
        }
        return quantified;
    }
}
