package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tenet.numeric.algebra.Interval;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.properties.construction.Members;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Rational;

/**
 * Instances as text in the notation of claims: {@code W[1] = [[1, 2], [0, 1]]}, {@code u = [1; 0]}, {@code u' = [0; 3]},
 * {@code loss(X) = 1/2*(X[1,2] - 1)^2}. In the order of declaration, so the same instance gives the same text.
 */
public final class InstanceText {
    private InstanceText() {
    }

    /** {@code instance} and its lines, indented. */
    public static String block(Instance instance, Signature signature) {
        return "instance\n" + lines(instance, signature).stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    /** One line for each member, function and rate. */
    public static List<String> lines(Instance instance, Signature signature) {
        List<String> lines = new ArrayList<>();
        for (Declaration declaration : signature.declarations()) {
            String name = declaration.name();
            switch (declaration) {
                case Declaration.Parameter ignored -> lines.addAll(members(name, "", instance.values().getOrDefault(name, Map.of())));
                case Declaration.Variable ignored -> {
                    lines.addAll(members(name, "", instance.values().getOrDefault(name, Map.of())));
                    lines.addAll(members(name, "'", instance.rates().getOrDefault(name, Map.of())));
                }
                case Declaration.Function ignored -> instance.function(name).ifPresent(model -> lines.add(name + "(X) = " + function(model)));
                case Declaration.Definition ignored -> { }
                case Declaration.Flow ignored -> { }
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> members(String name, String prime, Map<List<Integer>, Value<Rational>> members) {
        return members.keySet().stream().sorted(Members.ORDER)
                .map(indices -> name + (indices.isEmpty() ? "" : indices.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")))
                        + prime + " = " + value(members.get(indices))).toList();
    }

    /** A number, {@code [a; b]} for a vector, {@code [[a, b], [c, d]]} for a matrix; a tensor as its shape and entries. */
    public static String value(Value<?> value) {
        return switch (value) {
            case Value.Scalar<?>(Object number) -> entry(number);
            case Value.Matrix<?> matrix when matrix.isNumber() -> entry(matrix.at(0, 0));
            case Value.Matrix<?> matrix when matrix.columns() == 1 -> matrix.entries().stream().map(InstanceText::entry).collect(Collectors.joining("; ", "[", "]"));
            case Value.Matrix<?> matrix -> IntStream.range(0, matrix.rows())
                    .mapToObj(i -> IntStream.range(0, matrix.columns()).mapToObj(j -> entry(matrix.at(i, j))).collect(Collectors.joining(", ", "[", "]")))
                    .collect(Collectors.joining(", ", "[", "]"));
            case Value.Tensor<?> tensor -> "tensor" + tensor.shape() + " " + tensor.entries().stream().map(InstanceText::entry).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    static String measured(Sides.Measured side) {
        return switch (side) {
            case Sides.Measured.Exact(Value<Rational> value) -> value(value);
            case Sides.Measured.Enclosed(Value<Interval> value) -> value(value);
        };
    }

    private static String entry(Object entry) {
        return entry instanceof Interval interval && !interval.isThin() ? "[" + interval.low() + ", " + interval.high() + "]"
                : entry instanceof Interval interval ? String.valueOf(interval.low()) : String.valueOf(entry);
    }

    private static String function(FunctionModel model) {
        return switch (model) {
            case FunctionModel.Quadratic(var weights, var targets, var linear) -> {
                List<String> squares = new ArrayList<>();
                List<String> rest = new ArrayList<>();
                for (int i = 0; i < weights.entries().size(); i++) {
                    String entry = place(weights, i);
                    Rational weight = weights.entries().get(i);
                    Rational target = targets.entries().get(i);
                    String residual = target.isZero() ? entry : "(" + entry + (target.signum() > 0 ? " - " : " + ") + target.abs() + ")";
                    if (!weight.isZero()) squares.add(factor(weight) + residual + "^2");
                    if (!linear.entries().get(i).isZero()) rest.add(factor(linear.entries().get(i)) + entry);
                }
                String half = squares.isEmpty() ? "" : "1/2*" + (squares.size() == 1 ? squares.getFirst() : "(" + String.join(" + ", squares) + ")");
                List<String> all = new ArrayList<>(half.isEmpty() ? List.of() : List.of(half));
                all.addAll(rest);
                yield all.isEmpty() ? "0" : String.join(" + ", all);
            }
            case FunctionModel.Ridges(var base, var ridges) -> {
                String quadratic = function(base);
                String powers = ridges.stream().map(ridge -> factor(ridge.factor()) + "(" + linear(ridge.direction()) + ")^" + ridge.power())
                        .collect(Collectors.joining(" + "));
                yield quadratic.equals("0") ? powers : quadratic + " + " + powers;
            }
            case FunctionModel.WeightedNorm(var weights, var exponent) -> {
                List<String> parts = new ArrayList<>();
                String power = exponent.filter(p -> !p.equals(Rational.ONE)).map(p -> "^" + bracket(p)).orElse("");
                for (int i = 0; i < weights.entries().size(); i++)
                    if (!weights.entries().get(i).isZero()) parts.add(factor(weights.entries().get(i)) + "|" + place(weights, i) + "|" + power);
                if (exponent.isEmpty()) yield "max(" + String.join(", ", parts) + ")";
                yield power.isEmpty() ? String.join(" + ", parts) : "(" + String.join(" + ", parts) + ")^" + bracket(exponent.get().inverse());
            }
            case FunctionModel.LinearForms(var kind, var forms, var cap) -> {
                List<String> sizes = new ArrayList<>(forms.stream().map(form -> "|" + linear(form) + "|").toList());
                boolean least = kind == FunctionModel.LinearForms.Kind.LEAST;
                String all = kind == FunctionModel.LinearForms.Kind.LARGEST ? "max(" + String.join(", ", sizes) + ")" : String.join(least ? ", " : " + ", sizes);
                yield cap.isPresent() ? "min(" + all + ", " + cap.get() + ")" : least ? "min(" + all + ")" : all;
            }
        };
    }

    private static String linear(Value<Rational> form) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < form.entries().size(); i++)
            if (!form.entries().get(i).isZero()) parts.add(factor(form.entries().get(i)) + place(form, i));
        return parts.isEmpty() ? "0" : String.join(" + ", parts);
    }

    private static String bracket(Rational exponent) {
        return exponent.isInteger() ? exponent.toString() : "(" + exponent + ")";
    }

    private static String factor(Rational factor) {
        if (factor.equals(Rational.ONE)) return "";
        return (factor.signum() < 0 ? "(" + factor + ")" : factor.toString()) + "*";
    }

    /** The name of an entry of X: {@code X}, {@code X[2]}, {@code X[1,2]}. */
    private static String place(Value<Rational> model, int position) {
        if (model.isNumber()) return "X";
        List<Integer> shape = model.shape();
        if (shape.size() == 2 && shape.get(1) == 1) return "X[" + (position + 1) + "]";
        List<Integer> indices = new ArrayList<>();
        int rest = position;
        for (int size : shape.reversed()) {
            indices.addFirst(rest % size + 1);
            rest /= size;
        }
        return "X" + indices.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
