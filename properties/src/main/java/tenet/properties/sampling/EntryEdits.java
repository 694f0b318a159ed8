package tenet.properties.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.properties.construction.Member;
import tenet.properties.construction.Members;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Script;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;

/**
 * Entries of a finished instance that become zero or one, however they were built: the last step of shrinking. The
 * identity has no simpler relative among the choices that build it, but a matrix with two ones and zeros elsewhere may do as well.
 * Hypotheses are verified afterwards, so an edit that breaks one costs a try.
 */
public final class EntryEdits {
    private static final String GROUP = "edited entries";

    private EntryEdits() {
    }

    /**
     * A value whose entries may be edited.
     *
     * @param first the place of its first entry among the entries of all such values
     */
    public record Editable(Member member, int first, Value<Rational> value) {
        /** The places of each row and each column, for a matrix with several of them. */
        public List<List<Integer>> lines() {
            List<List<Integer>> lines = new ArrayList<>();
            List<Integer> shape = value.shape();
            if (shape.size() != 2 || shape.get(0) < 2 || shape.get(1) < 2) return lines;
            int columns = shape.get(1);
            for (int i = 0; i < shape.get(0); i++) lines.add(line(i * columns, 1, columns));
            for (int j = 0; j < columns; j++) lines.add(line(j, columns, shape.get(0)));
            return lines;
        }

        private List<Integer> line(int from, int step, int length) {
            return IntStream.range(0, length).mapToObj(i -> first + from + i * step).toList();
        }
    }

    /** The values that are not integers, in a fixed order. */
    public static List<Editable> editable(Instance instance, Signature signature) {
        List<Editable> all = new ArrayList<>();
        int first = 0;
        for (Declaration declaration : signature.declarations()) {
            if (!isReal(declaration)) continue;
            Map<List<Integer>, Value<Rational>> members = instance.values().getOrDefault(declaration.name(), Map.of());
            for (List<Integer> indices : members.keySet().stream().sorted(Members.ORDER).toList()) {
                all.add(new Editable(new Member(declaration.name(), indices), first, members.get(indices)));
                first += members.get(indices).entries().size();
            }
        }
        return all;
    }

    private static boolean isReal(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Parameter parameter -> !(parameter.sort() instanceof Sort.Int);
            case Declaration.Variable variable -> !(variable.sort() instanceof Sort.Int);
            case Declaration.Function ignored -> false;
            case Declaration.Definition ignored -> false;
            case Declaration.Flow ignored -> false;
        };
    }

    /** The script with more edits: these places become zero, or one. */
    public static Script with(Script script, List<Integer> places, boolean one) {
        List<Integer> edits = new ArrayList<>(script.group(GROUP));
        places.forEach(place -> edits.add(2 * place + (one ? 2 : 1)));
        return script.with(GROUP, edits);
    }

    /** The instance with the edits that the record of the choices has; places that it has not are passed over. */
    static Instance applied(Instance instance, Signature signature, Choices choices) {
        Instance edited = instance;
        for (int edit : choices.in(GROUP).recorded()) {
            if (edit > 0) edited = with(edited, signature, (edit - 1) / 2, edit % 2 == 0 ? Rational.ONE : Rational.ZERO);
        }
        return edited;
    }

    private static Instance with(Instance instance, Signature signature, int place, Rational number) {
        for (Editable each : editable(instance, signature)) {
            if (place < each.first() || place >= each.first() + each.value().entries().size()) continue;
            List<Rational> entries = new ArrayList<>(each.value().entries());
            entries.set(place - each.first(), number);
            return instance.with(each.member().name(), each.member().indices(), each.value().with(entries));
        }
        return instance;
    }
}
