package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Meaning: a comparison of numbers holds on a box, cut into boxes on each of which interval arithmetic shows it. Premises
 * compare a term with a number, {@code x >= 0}, and so bound it. Arguments are the cuts: {@code b2 := 1/3} cuts the box
 * at 1/3 of what premise 2 bounds, {@code b1l} cuts the lower half then, {@code b1lr} the upper half of that. Further
 * premises may tell signs for normal forms. Side conditions: every term of the difference of the two sides is bounded
 * on both ends. Failure: on some box the difference may have the other sign, a cut is never met, a premise is not
 * needed. Source: Moore 1966; the ends are exact.
 */
record IntervalBox(String name) implements Rule {
    private static final Pattern CUT = Pattern.compile("b([1-9][0-9]{0,5})([lr]*)");

    private record Cut(String term, Rational at) {
    }

    @Override
    public Set<String> check(Setting setting) {
        Formula.Relation goal = setting.relation();
        if (goal.comparison() == Comparison.EQUAL || !goal.left().sort().isScalar()) throw new Rejection("it concludes an inequality between numbers");
        Facts facts = setting.facts(0);
        Map<String, Rational> low = new LinkedHashMap<>();
        Map<String, Rational> high = new LinkedHashMap<>();
        List<Optional<String>> bounded = new ArrayList<>();
        for (int i = 0; i < setting.premises.size(); i++) bounded.add(bound(setting, setting.premise(i), facts, low, high));
        Map<String, Interval> box = new LinkedHashMap<>();
        low.forEach((term, value) -> {
            if (high.containsKey(term)) box.put(term, new Interval(value, high.get(term)));
        });
        Map<String, Cut> cuts = new LinkedHashMap<>();
        setting.step.arguments().forEach((key, value) -> {
            Matcher cut = CUT.matcher(key);
            if (!cut.matches() || !(value instanceof Term.Number(Rational at))) throw new Rejection("'" + key + "' is no cut at a number");
            int premise = Integer.parseInt(cut.group(1));
            if (premise > bounded.size() || bounded.get(premise - 1).isEmpty()) throw new Rejection("premise " + premise + " bounds nothing");
            if (cuts.put(cut.group(2), new Cut(bounded.get(premise - 1).get(), at)) != null) throw new Rejection("a box is cut twice");
        });
        Term difference = setting.normal(Term.subtract(goal.left(), goal.right()), facts).toTerm(Sort.REAL);
        Set<String> used = new HashSet<>();
        Set<String> met = new HashSet<>();
        show(goal.comparison(), difference, box, cuts, "", used, met);
        if (!met.equals(cuts.keySet())) throw new Rejection("a cut is never met");
        for (int i = 0; i < bounded.size(); i++)
            if (bounded.get(i).filter(used::contains).isEmpty() && !facts.used().contains(i))
                throw new Rejection("premise " + setting.premises.get(i).step().number() + " is not needed");
        return Line.union(setting.premises);
    }

    private static void show(Comparison comparison, Term difference, Map<String, Interval> box, Map<String, Cut> cuts, String path,
                             Set<String> used, Set<String> met) {
        Cut cut = cuts.get(path);
        if (cut == null) {
            if (box.values().stream().anyMatch(Interval::isEmpty)) return;
            Enclosure enclosure = new Enclosure(box);
            Interval values = enclosure.of(difference).orElseThrow(() -> new Rejection("not everything in  " + difference + "  is bounded"));
            used.addAll(enclosure.used());
            boolean holds = switch (comparison) {
                case GREATER -> values.low().signum() > 0;
                case AT_LEAST -> values.low().signum() >= 0;
                case LESS -> values.high().signum() < 0;
                case AT_MOST -> values.high().signum() <= 0;
                case UNEQUAL -> values.low().signum() > 0 || values.high().signum() < 0;
                case EQUAL -> false;
            };
            if (!holds) throw new Rejection("on the box " + box + " the difference is only known to be in " + values);
            return;
        }
        met.add(path);
        Interval whole = box.get(cut.term());
        if (whole == null) throw new Rejection("what is cut is not bounded on both ends");
        Map<String, Interval> half = new LinkedHashMap<>(box);
        // A number is on one side of the cut or on the other, wherever the cut is.
        half.put(cut.term(), new Interval(whole.low(), Interval.least(whole.high(), cut.at())));
        show(comparison, difference, half, cuts, path + "l", used, met);
        half.put(cut.term(), new Interval(Interval.greatest(whole.low(), cut.at()), whole.high()));
        show(comparison, difference, half, cuts, path + "r", used, met);
    }

    /** Notes the bound that a premise states, and returns the text of what it bounds. */
    private static Optional<String> bound(Setting setting, Formula premise, Facts facts, Map<String, Rational> low, Map<String, Rational> high) {
        if (!(premise instanceof Formula.Relation(Comparison comparison, Term left, Term right)) || !left.sort().isScalar()) return Optional.empty();
        Optional<Rational> number = setting.normal(right, facts).asConstant();
        if (number.isEmpty()) {
            return setting.normal(left, facts).asConstant().isEmpty() ? Optional.empty()
                    : bound(setting, new Formula.Relation(comparison.reversed(), right, left), facts, low, high);
        }
        String term = setting.normal(left, facts).toTerm(Sort.REAL).toString();
        if (comparison == Comparison.UNEQUAL) return Optional.empty();
        if (comparison != Comparison.LESS && comparison != Comparison.AT_MOST) low.merge(term, number.get(), Interval::greatest);
        if (comparison != Comparison.GREATER && comparison != Comparison.AT_LEAST) high.merge(term, number.get(), Interval::least);
        return Optional.of(term);
    }
}
