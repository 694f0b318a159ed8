package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/**
 * Trials in an order in which different kinds come first: one of each kind, then a second one of each, and so on. Of one kind are instances
 * with the same sizes, whose functions look alike: the same form, with zeros and equal sizes in the same places.
 */
final class Variety {
    private Variety() {
    }

    static List<Trial> ordered(List<Trial> trials) {
        Map<String, List<Trial>> kinds = new LinkedHashMap<>();
        for (Trial trial : trials) kinds.computeIfAbsent(kind(trial.sample().instance().orElseThrow()), ignored -> new ArrayList<>()).add(trial);
        List<Trial> ordered = new ArrayList<>();
        for (int round = 0; ordered.size() < trials.size(); round++)
            for (List<Trial> kind : kinds.values()) if (round < kind.size()) ordered.add(kind.get(round));
        return List.copyOf(ordered);
    }

    private static String kind(Instance instance) {
        StringBuilder kind = new StringBuilder();
        new TreeMap<>(instance.functions()).forEach((name, model) -> kind.append(name).append(' ').append(form(model)).append(';'));
        new TreeMap<>(instance.values()).forEach((name, members) -> kind.append(name).append(' ').append(members.size()).append(' ')
                .append(members.values().stream().map(Value::shape).findFirst()).append(';'));
        return kind.toString();
    }

    private static String form(FunctionModel model) {
        return switch (model) {
            case FunctionModel.Quadratic quadratic -> "quadratic" + pattern(quadratic.weights());
            case FunctionModel.Ridges ridges -> "ridges" + ridges.ridges().size() + pattern(ridges.base().weights());
            case FunctionModel.WeightedNorm norm -> "norm" + norm.exponent() + pattern(norm.weights());
            case FunctionModel.LinearForms forms -> forms.kind() + forms.forms().stream().map(Variety::pattern).toList().toString() + forms.cap().isPresent();
        };
    }

    /** Zero, one, or anything else, entry by entry. */
    private static String pattern(Value<Rational> value) {
        StringBuilder pattern = new StringBuilder();
        for (Rational entry : value.entries()) pattern.append(entry.isZero() ? '0' : entry.equals(Rational.ONE) ? '1' : '*');
        return pattern.toString();
    }
}
