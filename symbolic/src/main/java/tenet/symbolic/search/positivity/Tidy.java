package tenet.symbolic.search.positivity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.search.positivity.Certificate.Product;
import tenet.symbolic.term.Rational;

/** Makes weights and squares easy to read without changing what they show. */
final class Tidy {
    private Tidy() {
    }

    private record Shape(List<Integer> constraints, Optional<Polynomial> square) {
    }

    /** Squares get coprime integer coefficients, equal products are merged, and all weights become coprime integers. */
    static List<Product> products(List<Product> products) {
        Map<Shape, Rational> weights = new LinkedHashMap<>();
        for (Product product : products) {
            Rational weight = product.weight();
            Optional<Polynomial> square = product.square();
            if (square.isPresent()) {
                Rational content = content(square.get().terms().values());
                if (square.get().terms().firstEntry().getValue().signum() < 0) content = content.negate();
                square = Optional.of(square.get().scaled(content.inverse()));
                weight = weight.times(content).times(content);
            }
            weights.merge(new Shape(product.constraints(), square), weight, Rational::plus);
        }
        if (weights.isEmpty()) return List.of();
        Rational common = content(weights.values()).inverse();
        List<Product> tidy = new ArrayList<>();
        weights.forEach((shape, weight) -> tidy.add(new Product(weight.times(common), shape.constraints, shape.square)));
        return tidy;
    }

    /** The positive rational that divides all values with coprime integers as quotients. */
    private static Rational content(Iterable<Rational> values) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Rational value : values) {
            numerator = numerator.gcd(value.numerator());
            denominator = denominator.multiply(value.denominator()).divide(denominator.gcd(value.denominator()));
        }
        return new Rational(numerator, denominator);
    }
}
