package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenet.numeric.evaluation.Instance;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.Term;
import tenet.theorems.Counterexample.Binding;
import tenet.theorems.Scope;

/** Counterexamples as reports tell them: the values that the statement depends on, both sides, how it was certified. */
public final class CounterexampleText {
    private CounterexampleText() {
    }

    public static tenet.theorems.Counterexample told(Counterexample found, Statement statement) {
        List<String> lines = InstanceText.lines(found.instance(), statement.signature());
        List<Binding> values = new ArrayList<>(bindings(lines, statement));
        found.sides().at().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(index -> values.add(new Binding(index.getKey(), index.getValue().toString())));
        found.time().ifPresent(time -> values.add(new Binding("t", String.valueOf(time))));
        Formula.Relation relation = found.sides().relation();
        List<Binding> sides = List.of(side(relation.left(), found.sides().left()), side(relation.right(), found.sides().right()));
        StringBuilder certified = new StringBuilder(found.method().words());
        found.caveats().forEach(caveat -> certified.append(", provided that ").append(caveat));
        return new tenet.theorems.Counterexample(values, sides, certified.toString(), lines);
    }

    /** The values that the statement speaks of. */
    public static List<Binding> bindings(Instance instance, Statement statement) {
        return bindings(InstanceText.lines(instance, statement.signature()), statement);
    }

    private static List<Binding> bindings(List<String> lines, Statement statement) {
        Set<String> relevant = Scope.relevant(statement);
        List<Binding> values = new ArrayList<>();
        for (String line : lines) {
            int equals = line.indexOf(" = ");
            if (relevant.contains(line.substring(0, equals).split("[\\[(']")[0])) values.add(new Binding(line.substring(0, equals), line.substring(equals + 3)));
        }
        return values;
    }

    private static Binding side(Term term, Sides.Measured value) {
        String text = Printer.print(term);
        return new Binding(text, term instanceof Term.Number ? text : value(value));
    }

    private static String value(Sides.Measured side) {
        return switch (side) {
            case Sides.Measured.Exact(var value) -> InstanceText.value(value);
            case Sides.Measured.Enclosed(var value) -> InstanceText.value(value);
        };
    }
}
