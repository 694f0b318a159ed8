package tenet.numeric.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/**
 * What a term is evaluated on: an instance read in an algebra, where some variables may have values of the algebra that
 * are not exact (boxes, series, points of a trajectory). Immutable.
 */
public final class State<E> {
    private final Algebra<E> algebra;
    private final Instance instance;
    private final Map<String, Map<List<Integer>, Value<E>>> values;
    private final Map<String, Map<List<Integer>, Value<E>>> rates;
    private final Map<String, Map<List<Integer>, Value<E>>> moved;

    private State(Algebra<E> algebra, Instance instance, Map<String, Map<List<Integer>, Value<E>>> values,
                  Map<String, Map<List<Integer>, Value<E>>> rates, Map<String, Map<List<Integer>, Value<E>>> moved) {
        this.algebra = algebra;
        this.instance = instance;
        this.values = values;
        this.rates = rates;
        this.moved = moved;
    }

    public static <E> State<E> of(Algebra<E> algebra, Instance instance) {
        return new State<>(algebra, instance, convert(algebra, instance.values()), convert(algebra, instance.rates()), Map.of());
    }

    /** The instance, but for the members given: they take these values. */
    public State<E> moved(Map<String, Map<List<Integer>, Value<E>>> members) {
        Map<String, Map<List<Integer>, Value<E>>> copy = new HashMap<>();
        members.forEach((name, values) -> copy.put(name, Map.copyOf(values)));
        return new State<>(algebra, instance, values, rates, copy);
    }

    /** Whether this is the instance itself. */
    boolean isExact() {
        return moved.isEmpty();
    }

    public Algebra<E> algebra() {
        return algebra;
    }

    public Instance instance() {
        return instance;
    }

    Optional<Value<E>> value(String name, List<Integer> indices) {
        Map<List<Integer>, Value<E>> members = moved.get(name);
        if (members != null) {
            Value<E> value = members.get(indices);
            if (value != null) return Optional.of(value);
        }
        return lookup(values, name, indices);
    }

    Optional<Value<E>> rate(String name, List<Integer> indices) {
        return lookup(rates, name, indices);
    }

    /** The value as an exact number; empty for matrices and for what has moved. */
    Optional<Rational> exact(String name, List<Integer> indices) {
        Map<List<Integer>, Value<E>> members = moved.get(name);
        if (members != null && members.containsKey(indices)) return Optional.empty();
        return instance.value(name, indices).filter(Value::isNumber).map(value -> value.entries().getFirst());
    }

    private static <E> Optional<Value<E>> lookup(Map<String, Map<List<Integer>, Value<E>>> map, String name, List<Integer> indices) {
        Map<List<Integer>, Value<E>> members = map.get(name);
        return members == null ? Optional.empty() : Optional.ofNullable(members.get(indices));
    }

    private static <E> Map<String, Map<List<Integer>, Value<E>>> convert(Algebra<E> algebra, Map<String, Map<List<Integer>, Value<Rational>>> exact) {
        Map<String, Map<List<Integer>, Value<E>>> converted = new HashMap<>();
        exact.forEach((name, members) -> {
            Map<List<Integer>, Value<E>> there = new HashMap<>();
            members.forEach((indices, value) -> there.put(indices, value.map(algebra::of)));
            converted.put(name, there);
        });
        return converted;
    }
}
