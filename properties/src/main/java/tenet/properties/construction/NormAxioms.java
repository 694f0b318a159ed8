package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Axioms of norms and quasi-norms under quantifiers over all matrices, which no sampling could verify, but which are
 * known of {@link FunctionModel.WeightedNorm}: homogeneity, non-negativity, and the triangle inequality with a constant
 * of at least {@code max(1, 2^(1/p - 1))}; and of {@link FunctionModel.LinearForms}: homogeneity without a cap, non-negativity,
 * the triangle inequality unless the least is taken.
 */
public final class NormAxioms {
    private NormAxioms() {
    }

    /** {@code N(X + Y) <= c*(N(X) + N(Y))}; without constant c is one. */
    record Triangle(String function, Optional<Term> constant) {
    }

    /** Whether the formula is one of the axioms, and known to hold of the function on this instance. */
    public static boolean known(Formula formula, Instance instance, Evaluation<Rational> exact) {
        return switch (formula) {
            case Formula.ForEvery(String ignored, Sort sort, Formula body) -> known(body, instance, exact);
            case Formula.And(List<Formula> parts) -> parts.stream().allMatch(part -> known(part, instance, exact));
            case Formula.Relation relation -> isHomogeneous(relation, instance) || isNonNegative(relation, instance)
                    || triangle(relation).filter(triangle -> holds(triangle, instance, exact)).isPresent();
            case Formula.ForAll ignored -> false;
            case Formula.Initially(Formula body) -> known(body, instance, exact);
        };
    }

    static List<Triangle> triangles(Formula formula) {
        List<Triangle> triangles = new ArrayList<>();
        switch (formula) {
            case Formula.Relation relation -> triangle(relation).ifPresent(triangles::add);
            case Formula.And(List<Formula> parts) -> parts.forEach(part -> triangles.addAll(triangles(part)));
            case Formula.ForAll(var ignored, Formula body) -> triangles.addAll(triangles(body));
            case Formula.ForEvery(var name, var sort, Formula body) -> triangles.addAll(triangles(body));
            case Formula.Initially(Formula body) -> triangles.addAll(triangles(body));
        }
        return triangles;
    }

    /** The constant of the triangle inequality: {@code 2^(1/p - 1)} rounded up for {@code p < 1}, else one. */
    static Rational constant(FunctionModel.WeightedNorm norm) {
        if (norm.exponent().isEmpty() || norm.exponent().get().compareTo(Rational.ONE) >= 0) return Rational.ONE;
        Rational power = norm.exponent().get().inverse().minus(Rational.ONE);
        int exponent = power.floor().intValueExact() + (power.isInteger() ? 0 : 1);
        return Rational.of(2).power(exponent);
    }

    private static boolean holds(Triangle triangle, Instance instance, Evaluation<Rational> exact) {
        // Zero on both sides.
        if (rough(triangle.function(), instance).filter(NormAxioms::isZero).isPresent()) return true;
        return rough(triangle.function(), instance).flatMap(NormAxioms::constant).filter(least -> {
            if (triangle.constant().isEmpty()) return least.equals(Rational.ONE);
            try {
                return exact.evaluate(triangle.constant().get()).entries().getFirst().compareTo(least) >= 0;
            } catch (NoValue unknown) {
                return false;
            }
        }).isPresent();
    }

    /** The least constant of the triangle inequality that is known to do; empty when none is. */
    static Optional<Rational> constant(FunctionModel model) {
        return switch (model) {
            case FunctionModel.WeightedNorm norm -> Optional.of(constant(norm));
            case FunctionModel.LinearForms forms -> forms.kind() == FunctionModel.LinearForms.Kind.LEAST ? Optional.empty() : Optional.of(Rational.ONE);
            case FunctionModel.Quadratic ignored -> Optional.empty();
            case FunctionModel.Ridges ignored -> Optional.empty();
        };
    }

    /** Whether it is zero everywhere, as written. */
    static boolean isZero(FunctionModel model) {
        return model instanceof FunctionModel.WeightedNorm norm && norm.weights().entries().stream().allMatch(Rational::isZero);
    }

    private static boolean isHomogeneous(FunctionModel model) {
        return switch (model) {
            case FunctionModel.WeightedNorm ignored -> true;
            case FunctionModel.LinearForms forms -> forms.cap().isEmpty();
            case FunctionModel.Quadratic ignored -> false;
            case FunctionModel.Ridges ignored -> false;
        };
    }

    /** A function that is a norm, or nearly one. */
    private static Optional<FunctionModel> rough(String function, Instance instance) {
        return instance.function(function).filter(model -> !(model instanceof FunctionModel.Quadratic || model instanceof FunctionModel.Ridges));
    }

    /** The functions of which the formula says that {@code N(a*X) = |a|*N(X)}. */
    static List<String> homogeneous(Formula formula) {
        return switch (formula) {
            case Formula.Relation relation -> homogeneity(relation.left(), relation.right()).or(() -> homogeneity(relation.right(), relation.left()))
                    .filter(function -> relation.comparison() == Comparison.EQUAL).stream().toList();
            case Formula.And(List<Formula> parts) -> parts.stream().flatMap(part -> homogeneous(part).stream()).toList();
            case Formula.ForAll(var ignored, Formula body) -> homogeneous(body);
            case Formula.ForEvery(var name, var sort, Formula body) -> homogeneous(body);
            case Formula.Initially(Formula body) -> homogeneous(body);
        };
    }

    private static Optional<Triangle> triangle(Formula.Relation relation) {
        return switch (relation.comparison()) {
            case AT_MOST -> triangle(relation.left(), relation.right());
            case AT_LEAST -> triangle(relation.right(), relation.left());
            default -> Optional.empty();
        };
    }

    private static Optional<Triangle> triangle(Term left, Term right) {
        if (!(left instanceof Term.Call(String function, List<Term> arguments, Sort ignored)) || arguments.size() != 1) return Optional.empty();
        List<Term> summands = Patterns.arguments(Operator.ADD, arguments.getFirst()).orElse(List.of());
        if (summands.size() != 2) return Optional.empty();
        List<Term> calls = summands.stream().<Term>map(summand -> new Term.Call(function, List.of(summand), Sort.REAL)).toList();
        if (isSum(right, calls)) return Optional.of(new Triangle(function, Optional.empty()));
        List<Term> factors = Patterns.arguments(Operator.MULTIPLY, right).orElse(List.of());
        if (factors.size() != 2 || !isSum(factors.get(1), calls) || !(factors.getFirst() instanceof Term.Symbol || factors.getFirst() instanceof Term.Number))
            return Optional.empty();
        return Optional.of(new Triangle(function, Optional.of(factors.getFirst())));
    }

    private static boolean isSum(Term term, List<Term> calls) {
        return Patterns.arguments(Operator.ADD, term).filter(summands -> summands.size() == 2 && summands.containsAll(calls)).isPresent();
    }

    private static boolean isHomogeneous(Formula.Relation relation, Instance instance) {
        return relation.comparison() == Comparison.EQUAL
                && (isHomogeneous(relation.left(), relation.right(), instance) || isHomogeneous(relation.right(), relation.left(), instance));
    }

    private static boolean isHomogeneous(Term left, Term right, Instance instance) {
        boolean even = left instanceof Term.Call(String function, List<Term> arguments, Sort ignored)
                && Patterns.arguments(Operator.NEGATE, arguments.getFirst()).filter(negated -> right.equals(new Term.Call(function, negated, Sort.REAL))).isPresent();
        if (even) return rough(((Term.Call) left).function(), instance).isPresent();
        return homogeneity(left, right).flatMap(function -> rough(function, instance)).filter(NormAxioms::isHomogeneous).isPresent();
    }

    /** N of {@code N(a*X) = |a|*N(X)}. */
    private static Optional<String> homogeneity(Term left, Term right) {
        if (!(left instanceof Term.Call(String function, List<Term> arguments, Sort ignored))) return Optional.empty();
        List<Term> scaled = Patterns.arguments(Operator.MULTIPLY, arguments.getFirst()).orElse(List.of());
        List<Term> factors = Patterns.arguments(Operator.MULTIPLY, right).orElse(List.of());
        boolean homogeneous = scaled.size() == 2 && factors.size() == 2 && scaled.getFirst().sort().isScalar()
                && Patterns.arguments(Operator.ABSOLUTE, factors.getFirst()).equals(Optional.of(List.of(scaled.getFirst())))
                && factors.get(1).equals(new Term.Call(function, List.of(scaled.get(1)), Sort.REAL));
        return homogeneous ? Optional.of(function) : Optional.empty();
    }

    /** {@code N(X) >= 0}. */
    private static boolean isNonNegative(Formula.Relation relation, Instance instance) {
        Term call = relation.comparison() == Comparison.AT_LEAST && Patterns.isZero(relation.right()) ? relation.left()
                : relation.comparison() == Comparison.AT_MOST && Patterns.isZero(relation.left()) ? relation.right() : Term.number(0);
        return call instanceof Term.Call(String function, var arguments, Sort ignored) && rough(function, instance).isPresent();
    }
}
