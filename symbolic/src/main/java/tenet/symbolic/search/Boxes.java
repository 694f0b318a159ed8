package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Enclosure;
import tenet.symbolic.kernel.Interval;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * Proves a comparison of numbers that are bounded on both ends by cutting their box until interval arithmetic shows it
 * on each part. Untrusted.
 */
final class Boxes {
    private static final int MOST_CUTS = 400;
    private static final int DEEPEST = 40;

    private final Proof proof;
    private final Proof.Scope scope;
    private final Known known;
    private final Reading reading;
    /** The steps that bound a term, by its text: the greatest lower and the least upper bound. */
    private final Map<String, Bound> low = new LinkedHashMap<>();
    private final Map<String, Bound> high = new LinkedHashMap<>();
    private final Map<String, Term> cuts = new LinkedHashMap<>();

    private record Bound(Rational at, int step) {
    }

    Boxes(Proof proof, Proof.Scope scope, Known known) {
        this.proof = proof;
        this.scope = scope;
        this.known = known;
        this.reading = new Reading(proof, scope, known);
    }

    Optional<Integer> prove(Formula.Relation goal, List<Known.Fact> facts, String words) {
        try {
            for (Known.Fact fact : facts) Known.seen(fact, scope, proof).ifPresent(formula -> state(formula, fact.step()));
            for (Formula bound : proof.statement().signature().parameterFacts())
                if (bound instanceof Formula.Relation) proof.add(scope, Proof.Proposal.of(bound, "arithmetic", List.of(), "")).ifPresent(step -> state(bound, step));
            Map<String, Interval> box = new LinkedHashMap<>();
            low.forEach((term, bound) -> {
                if (high.containsKey(term)) box.put(term, new Interval(bound.at(), high.get(term).at()));
            });
            Term difference = reading.normal(Term.subtract(goal.left(), goal.right()));
            Enclosure whole = new Enclosure(box);
            if (box.isEmpty() || whole.of(difference).isEmpty()) return Optional.empty();
            box.keySet().retainAll(whole.used());
            List<String> terms = List.copyOf(box.keySet());
            Set<Integer> premises = new LinkedHashSet<>();
            terms.forEach(term -> premises.addAll(List.of(low.get(term).step(), high.get(term).step())));
            List<Integer> order = List.copyOf(premises);
            if (!cover(goal.comparison(), difference, box, "", order)) return Optional.empty();
            return proof.add(scope, new Proof.Proposal(goal, "box", Optional.empty(), order, cuts, words), known.signs(scope, proof));
        } catch (IllTyped e) {
            return Optional.empty();
        }
    }

    private void state(Formula formula, int step) {
        if (formula instanceof Formula.And(List<Formula> parts)) {
            for (Formula part : parts)
                proof.add(scope, Proof.Proposal.of(part, "part", List.of(step), "")).ifPresent(number -> state(part, number));
        } else if (formula instanceof Formula.Relation(Comparison comparison, Term left, Term right) && left.sort().isScalar() && comparison != Comparison.UNEQUAL) {
            Optional<Rational> number = constant(right);
            if (number.isPresent()) bound(comparison, left, number.get(), step);
            else constant(left).ifPresent(value -> bound(comparison.reversed(), right, value, step));
        }
    }

    private void bound(Comparison comparison, Term term, Rational at, int step) {
        String text = reading.normal(term).toString();
        if (comparison != Comparison.LESS && comparison != Comparison.AT_MOST)
            low.merge(text, new Bound(at, step), (a, b) -> a.at().compareTo(b.at()) >= 0 ? a : b);
        if (comparison != Comparison.GREATER && comparison != Comparison.AT_LEAST)
            high.merge(text, new Bound(at, step), (a, b) -> a.at().compareTo(b.at()) <= 0 ? a : b);
    }

    private Optional<Rational> constant(Term term) {
        return reading.normal(term) instanceof Term.Number(Rational value) ? Optional.of(value) : Optional.empty();
    }

    private boolean cover(Comparison comparison, Term difference, Map<String, Interval> box, String path, List<Integer> order) {
        if (Thread.currentThread().isInterrupted()) throw new Proof.Interrupted();
        Interval values = new Enclosure(box).of(difference).orElseThrow();
        if (holds(comparison, values)) return true;
        if (cuts.size() >= MOST_CUTS || path.length() >= DEEPEST) return false;
        Map<String, Interval> centre = new LinkedHashMap<>();
        box.forEach((term, interval) -> centre.put(term, new Interval(middle(interval), middle(interval))));
        // False in the middle of the box: no cuts will help.
        if (new Enclosure(centre).of(difference).filter(value -> !holds(comparison, value)).isPresent()) return false;
        String chosen = widestEffect(difference, box);
        Rational at = middle(box.get(chosen));
        cuts.put("b" + (order.indexOf(low.get(chosen).step()) + 1) + path, Term.number(at));
        return cover(comparison, difference, half(box, chosen, at, true), path + "l", order)
                && cover(comparison, difference, half(box, chosen, at, false), path + "r", order);
    }

    /** The term whose halving leaves the narrowest values. */
    private static String widestEffect(Term difference, Map<String, Interval> box) {
        List<String> terms = new ArrayList<>(box.keySet());
        String best = terms.getFirst();
        Rational least = null;
        for (String term : terms) {
            Rational at = middle(box.get(term));
            Rational width = width(difference, half(box, term, at, true)).plus(width(difference, half(box, term, at, false)));
            if (least == null || width.compareTo(least) < 0) {
                least = width;
                best = term;
            }
        }
        return best;
    }

    private static Rational width(Term difference, Map<String, Interval> box) {
        Interval values = new Enclosure(box).of(difference).orElseThrow();
        return values.high().minus(values.low());
    }

    private static Map<String, Interval> half(Map<String, Interval> box, String term, Rational at, boolean lower) {
        Map<String, Interval> half = new LinkedHashMap<>(box);
        Interval whole = box.get(term);
        half.put(term, lower ? new Interval(whole.low(), at) : new Interval(at, whole.high()));
        return half;
    }

    private static Rational middle(Interval interval) {
        return interval.low().plus(interval.high()).times(Rational.of(1, 2));
    }

    private static boolean holds(Comparison comparison, Interval values) {
        return switch (comparison) {
            case GREATER -> values.low().signum() > 0;
            case AT_LEAST -> values.low().signum() >= 0;
            case LESS -> values.high().signum() < 0;
            case AT_MOST -> values.high().signum() <= 0;
            case UNEQUAL -> values.low().signum() > 0 || values.high().signum() < 0;
            case EQUAL -> false;
        };
    }
}
