package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/** What a declared real function of one argument, without a body, is on an instance; computed in any algebra. */
public sealed interface FunctionModel {
    /** @throws Undefined when the argument has another shape than the model */
    <E> E value(Algebra<E> algebra, Value<E> argument);

    /** The gradient, of the argument's shape. @throws NotRepresentable where the model is not smooth */
    <E> Value<E> gradient(Algebra<E> algebra, Value<E> argument);

    /**
     * {@code 1/2 sum_i w_i (a_i - y_i)^2 + sum_i b_i a_i} over the entries; smooth. Weights of zero leave entries
     * unobserved; weights, targets and linear part have one shape. With non-negative weights it is convex.
     */
    record Quadratic(Value<Rational> weights, Value<Rational> targets, Value<Rational> linear) implements FunctionModel {
        public Quadratic {
            if (weights.entries().size() != targets.entries().size() || weights.entries().size() != linear.entries().size())
                throw new IllegalArgumentException("weights, targets and linear part need one shape");
        }

        /** Without a linear part. */
        public Quadratic(Value<Rational> weights, Value<Rational> targets) {
            this(weights, targets, weights.map(ignored -> Rational.ZERO));
        }

        @Override
        public <E> E value(Algebra<E> algebra, Value<E> argument) {
            List<E> a = matching(weights, argument);
            E squares = algebra.zero();
            E rest = algebra.zero();
            for (int i = 0; i < a.size(); i++) {
                Rational w = weights.entries().get(i);
                Rational b = linear.entries().get(i);
                if (!w.isZero()) {
                    E residual = algebra.subtract(a.get(i), algebra.of(targets.entries().get(i)));
                    squares = algebra.add(squares, algebra.multiply(algebra.of(w), algebra.power(residual, Rational.of(2))));
                }
                if (!b.isZero()) rest = algebra.add(rest, algebra.multiply(algebra.of(b), a.get(i)));
            }
            return algebra.add(algebra.divide(squares, algebra.of(Rational.of(2))), rest);
        }

        @Override
        public <E> Value<E> gradient(Algebra<E> algebra, Value<E> argument) {
            List<E> a = matching(weights, argument);
            List<E> gradient = new ArrayList<>(a.size());
            for (int i = 0; i < a.size(); i++) {
                Rational w = weights.entries().get(i);
                E slope = algebra.of(linear.entries().get(i));
                if (!w.isZero()) {
                    E residual = algebra.subtract(a.get(i), algebra.of(targets.entries().get(i)));
                    slope = algebra.add(algebra.multiply(algebra.of(w), residual), slope);
                }
                gradient.add(slope);
            }
            return argument.with(gradient);
        }
    }

    /**
     * A quadratic and powers of linear forms, {@code base(X) + sum_k c_k <A_k, X>^(p_k)}; smooth. Squares couple entries, higher
     * powers change the curvature from place to place. Where all factors are positive and all powers even it is bounded below
     * if the quadratic is.
     *
     * @param ridges at least one
     */
    record Ridges(Quadratic base, List<Ridge> ridges) implements FunctionModel {
        /**
         * {@code factor <direction, X>^power}.
         *
         * @param power 2, 3 or 4
         */
        public record Ridge(Rational factor, Value<Rational> direction, int power) {
            public Ridge {
                if (power < 2 || power > 4) throw new IllegalArgumentException("the power " + power);
            }
        }

        public Ridges {
            ridges = List.copyOf(ridges);
            if (ridges.isEmpty()) throw new IllegalArgumentException("no ridge");
            for (Ridge ridge : ridges)
                if (ridge.direction().entries().size() != base.weights().entries().size()) throw new IllegalArgumentException("a direction needs the shape of the quadratic");
        }

        @Override
        public <E> E value(Algebra<E> algebra, Value<E> argument) {
            E sum = base.value(algebra, argument);
            for (Ridge ridge : ridges) {
                E power = algebra.power(LinearForms.inner(algebra, ridge.direction(), argument), Rational.of(ridge.power()));
                sum = algebra.add(sum, algebra.multiply(algebra.of(ridge.factor()), power));
            }
            return sum;
        }

        @Override
        public <E> Value<E> gradient(Algebra<E> algebra, Value<E> argument) {
            List<E> gradient = new ArrayList<>(base.gradient(algebra, argument).entries());
            for (Ridge ridge : ridges) {
                E form = LinearForms.inner(algebra, ridge.direction(), argument);
                E slope = algebra.of(ridge.factor().times(Rational.of(ridge.power())));
                for (int i = 1; i < ridge.power(); i++) slope = algebra.multiply(slope, form);
                for (int i = 0; i < gradient.size(); i++) {
                    Rational along = ridge.direction().entries().get(i);
                    if (!along.isZero()) gradient.set(i, algebra.add(gradient.get(i), algebra.multiply(algebra.of(along), slope)));
                }
            }
            return argument.with(gradient);
        }
    }

    /**
     * {@code (sum_i w_i |a_i|^p)^(1/p)} over the entries; without exponent the limit {@code max_i w_i |a_i|}. A norm
     * for p at least 1 and positive weights, a quasi-norm below. Not smooth.
     */
    record WeightedNorm(Value<Rational> weights, Optional<Rational> exponent) implements FunctionModel {
        public WeightedNorm {
            if (exponent.isPresent() && exponent.get().signum() <= 0) throw new IllegalArgumentException("the exponent must be positive");
            for (Rational weight : weights.entries())
                if (weight.signum() < 0) throw new IllegalArgumentException("negative weight " + weight);
        }

        @Override
        public <E> E value(Algebra<E> algebra, Value<E> argument) {
            List<E> a = matching(weights, argument);
            E total = algebra.zero();
            for (int i = 0; i < a.size(); i++) {
                Rational w = weights.entries().get(i);
                if (w.isZero()) continue;
                E size = algebra.abs(a.get(i));
                if (exponent.isPresent())
                    total = algebra.add(total, algebra.multiply(algebra.of(w), algebra.power(size, exponent.get())));
                else total = algebra.max(total, algebra.multiply(algebra.of(w), size));
            }
            return exponent.isPresent() ? algebra.power(total, exponent.get().inverse()) : total;
        }

        @Override
        public <E> Value<E> gradient(Algebra<E> algebra, Value<E> argument) {
            throw new NotRepresentable("a norm is not taken to have a gradient");
        }
    }

    /**
     * Of the sizes {@code |<A_k, X>|} of some linear forms the largest, the sum or the least; never above the cap, if there is one.
     * Largest and sum are seminorms; the least breaks the triangle inequality, a cap homogeneity. Not smooth.
     *
     * @param forms at least one, all of one shape; a single one counts as a sum
     * @param cap   positive
     */
    record LinearForms(Kind kind, List<Value<Rational>> forms, Optional<Rational> cap) implements FunctionModel {
        /** What is taken of the sizes. */
        public enum Kind { SUM, LARGEST, LEAST }

        public LinearForms {
            forms = List.copyOf(forms);
            if (forms.isEmpty()) throw new IllegalArgumentException("no linear form");
            if (cap.isPresent() && cap.get().signum() <= 0) throw new IllegalArgumentException("the cap must be positive");
            if (forms.size() == 1) kind = Kind.SUM;
        }

        @Override
        public <E> E value(Algebra<E> algebra, Value<E> argument) {
            Optional<E> total = Optional.empty();
            for (Value<Rational> form : forms) {
                E size = algebra.abs(inner(algebra, form, argument));
                total = Optional.of(total.map(sofar -> switch (kind) {
                    case SUM -> algebra.add(sofar, size);
                    case LARGEST -> algebra.max(sofar, size);
                    case LEAST -> algebra.min(sofar, size);
                }).orElse(size));
            }
            E all = total.orElseThrow();
            return cap.map(limit -> algebra.min(all, algebra.of(limit))).orElse(all);
        }

        private static <E> E inner(Algebra<E> algebra, Value<Rational> form, Value<E> argument) {
            List<E> a = matching(form, argument);
            E sum = algebra.zero();
            for (int i = 0; i < a.size(); i++) {
                Rational factor = form.entries().get(i);
                if (!factor.isZero()) sum = algebra.add(sum, algebra.multiply(algebra.of(factor), a.get(i)));
            }
            return sum;
        }

        @Override
        public <E> Value<E> gradient(Algebra<E> algebra, Value<E> argument) {
            throw new NotRepresentable("a seminorm is not taken to have a gradient");
        }
    }

    private static <E> List<E> matching(Value<Rational> model, Value<E> argument) {
        boolean fits = model.shape().equals(argument.shape()) || model.isNumber() && argument.isNumber();
        if (!fits) throw new Undefined("the function takes the shape " + model.shape() + ", not " + argument.shape());
        return argument.entries();
    }
}
