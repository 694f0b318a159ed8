package tenet.properties.falsification;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;

/**
 * How hard an instance is to read: first whether its functions go beyond quadratics, then the sizes (the sum of the integer parameters, the number of entries), then how
 * many entries are not zero, then how long all numbers are. Fewer digits, positive rather than negative.
 */
public record Complexity(long ridges, long integers, long entries, long nonZero, long length) implements Comparable<Complexity> {
    private static final Comparator<Complexity> ORDER = Comparator.comparingLong(Complexity::ridges).thenComparingLong(Complexity::integers)
            .thenComparingLong(Complexity::entries).thenComparingLong(Complexity::nonZero).thenComparingLong(Complexity::length);

    public static Complexity of(Instance instance, Signature signature) {
        long integers = 0;
        for (Declaration declaration : signature.declarations()) {
            if (!(declaration instanceof Declaration.Parameter parameter) || !(parameter.sort() instanceof Sort.Int)) continue;
            for (Value<Rational> value : instance.values().getOrDefault(parameter.name(), Map.of()).values())
                integers += value.entries().getFirst().abs().numerator().min(java.math.BigInteger.valueOf(1 << 20)).longValueExact();
        }
        List<Rational> numbers = Stream.of(instance.values().values().stream().map(Map::values).flatMap(Collection::stream),
                        instance.rates().values().stream().map(Map::values).flatMap(Collection::stream),
                        instance.functions().values().stream().flatMap(Complexity::coefficients))
                .flatMap(values -> values).flatMap(value -> value.entries().stream()).toList();
        long nonZero = numbers.stream().filter(number -> !number.isZero()).count();
        long length = numbers.stream().mapToLong(Complexity::length).sum();
        long ridges = instance.functions().values().stream().filter(FunctionModel.Ridges.class::isInstance).count();
        return new Complexity(ridges, integers, numbers.size(), nonZero, length);
    }

    private static Stream<Value<Rational>> coefficients(FunctionModel model) {
        return switch (model) {
            case FunctionModel.Quadratic(var weights, var targets, var linear) -> Stream.of(weights, targets, linear);
            case FunctionModel.Ridges(var base, var ridges) -> Stream.concat(coefficients(base),
                    ridges.stream().flatMap(ridge -> Stream.of(ridge.direction(), Value.scalar(ridge.factor()), Value.number(ridge.power()))));
            case FunctionModel.WeightedNorm(var weights, var exponent) ->
                    Stream.of(weights, Value.scalar(exponent.orElse(Rational.ZERO)));
            case FunctionModel.LinearForms(var ignored, var forms, var cap) ->
                    Stream.concat(forms.stream(), cap.map(Value::scalar).stream());
        };
    }

    private static long length(Rational number) {
        return 2L * number.numerator().abs().bitLength() + 3L * (number.denominator().bitLength() - 1) + (number.signum() < 0 ? 1 : 0);
    }

    @Override
    public int compareTo(Complexity other) {
        return ORDER.compare(this, other);
    }
}
