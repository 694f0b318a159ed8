package tenet.numeric.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/**
 * Exact values for every parameter and variable of a signature, models of its arbitrary functions, and the rates of
 * its variables that move without a flow. For claims about trajectories the instance is the state at the start.
 *
 * @param values    by name, then by indices (none for an unindexed symbol)
 * @param functions what a declared function without body is here
 * @param rates     the time derivatives of moving variables, shaped like their values
 */
public record Instance(Map<String, Map<List<Integer>, Value<Rational>>> values, Map<String, FunctionModel> functions,
                       Map<String, Map<List<Integer>, Value<Rational>>> rates) {
    public static final Instance EMPTY = new Instance(Map.of(), Map.of(), Map.of());

    public Instance {
        values = copy(values);
        functions = Map.copyOf(functions);
        rates = copy(rates);
    }

    private static Map<String, Map<List<Integer>, Value<Rational>>> copy(Map<String, Map<List<Integer>, Value<Rational>>> map) {
        Map<String, Map<List<Integer>, Value<Rational>>> copy = new HashMap<>();
        map.forEach((name, members) -> copy.put(name, Map.copyOf(members)));
        return Map.copyOf(copy);
    }

    public Optional<Value<Rational>> value(String name, List<Integer> indices) {
        return Optional.ofNullable(values.getOrDefault(name, Map.of()).get(indices));
    }

    public Optional<Value<Rational>> rate(String name, List<Integer> indices) {
        return Optional.ofNullable(rates.getOrDefault(name, Map.of()).get(indices));
    }

    public Optional<FunctionModel> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** This instance with one value set or replaced. */
    public Instance with(String name, List<Integer> indices, Value<Rational> value) {
        return new Instance(put(values, name, indices, value), functions, rates);
    }

    public Instance with(String name, Value<Rational> value) {
        return with(name, List.of(), value);
    }

    public Instance with(String name, long value) {
        return with(name, List.of(), Value.number(value));
    }

    public Instance with(String name, FunctionModel model) {
        Map<String, FunctionModel> changed = new HashMap<>(functions);
        changed.put(name, model);
        return new Instance(values, changed, rates);
    }

    public Instance withRate(String name, List<Integer> indices, Value<Rational> rate) {
        return new Instance(values, functions, put(rates, name, indices, rate));
    }

    private static Map<String, Map<List<Integer>, Value<Rational>>> put(
            Map<String, Map<List<Integer>, Value<Rational>>> map, String name, List<Integer> indices, Value<Rational> value) {
        Map<String, Map<List<Integer>, Value<Rational>>> changed = new HashMap<>(map);
        Map<List<Integer>, Value<Rational>> members = new HashMap<>(map.getOrDefault(name, Map.of()));
        members.put(List.copyOf(indices), value);
        changed.put(name, members);
        return changed;
    }
}
