package tenet.symbolic.search.positivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import tenet.symbolic.term.Rational;

/**
 * Polynomials modulo the equalities among the constraints: Buchberger's algorithm, cut short by size, with the cofactors
 * that write each generator in terms of the given equalities. Cut short or not, the normal form is a linear map and a
 * polynomial differs from its normal form by known multiples of the equalities.
 */
final class EqualityIdeal {
    private static final int MOST_GENERATORS = 40;
    private static final int MOST_PAIRS = 300;
    private static final int MOST_TERMS = 80;

    private record Generator(Polynomial polynomial, Map<Integer, Polynomial> cofactors) {
    }

    private record Pair(int first, int second, Monomial multiple) {
    }

    private final List<Generator> generators = new ArrayList<>();
    private final Map<Monomial, Polynomial> known = new HashMap<>();
    private final Deadline deadline;

    EqualityIdeal(List<Constraint> constraints, Deadline deadline) {
        this.deadline = deadline;
        int degree = 0;
        for (int i = 0; i < constraints.size(); i++) {
            Constraint constraint = constraints.get(i);
            if (!constraint.isEquality() || constraint.polynomial().isZero()) continue;
            degree = Math.max(degree, constraint.polynomial().degree());
            generators.add(monic(constraint.polynomial(), Map.of(i, Polynomial.ONE)));
        }
        complete(degree + 2);
    }

    private static Generator monic(Polynomial polynomial, Map<Integer, Polynomial> cofactors) {
        Rational scale = polynomial.coefficient(polynomial.leading()).inverse();
        Map<Integer, Polynomial> scaled = new TreeMap<>();
        cofactors.forEach((place, cofactor) -> scaled.put(place, cofactor.scaled(scale)));
        return new Generator(polynomial.scaled(scale), scaled);
    }

    private void complete(int highestDegree) {
        var pairs = new PriorityQueue<Pair>(
                Comparator.comparing(Pair::multiple).thenComparing(Pair::first).thenComparing(Pair::second));
        for (int i = 0; i < generators.size(); i++) addPairs(pairs, i);
        for (int n = 0; n < MOST_PAIRS && !pairs.isEmpty() && generators.size() < MOST_GENERATORS; n++) {
            deadline.check();
            Pair pair = pairs.remove();
            if (pair.multiple.degree() > highestDegree) break;
            Map<Integer, Polynomial> cofactors = new TreeMap<>();
            Polynomial difference = shifted(pair.first, pair.multiple, Rational.ONE, cofactors)
                    .plus(shifted(pair.second, pair.multiple, Rational.MINUS_ONE, cofactors));
            if (difference.isZero()) continue;
            Polynomial rest = divide(difference, Rational.MINUS_ONE, cofactors);
            if (rest.isZero() || rest.terms().size() > MOST_TERMS) continue;
            generators.add(monic(rest, cofactors));
            addPairs(pairs, generators.size() - 1);
        }
    }

    private Polynomial shifted(int generator, Monomial multiple, Rational sign, Map<Integer, Polynomial> cofactors) {
        Generator chosen = generators.get(generator);
        Monomial factor = multiple.divide(chosen.polynomial.leading());
        chosen.cofactors.forEach((place, cofactor) -> cofactors.merge(place, cofactor.times(factor, sign), Polynomial::plus));
        return chosen.polynomial.times(factor, sign);
    }

    private void addPairs(PriorityQueue<Pair> pairs, int last) {
        Monomial lead = generators.get(last).polynomial.leading();
        for (int i = 0; i < last; i++) {
            Monomial other = generators.get(i).polynomial.leading();
            Monomial multiple = lead.leastCommonMultiple(other);
            if (multiple.degree() < lead.degree() + other.degree()) pairs.add(new Pair(i, last, multiple));
        }
    }

    /** The representative modulo the equalities; linear in {@code polynomial}. */
    Polynomial normalForm(Polynomial polynomial) {
        if (generators.isEmpty()) return polynomial;
        Map<Monomial, Rational> total = new TreeMap<>();
        polynomial.terms().forEach((monomial, coefficient) -> normalForm(monomial).addTo(total, coefficient));
        return Polynomial.of(total);
    }

    private Polynomial normalForm(Monomial monomial) {
        Polynomial found = known.get(monomial);
        if (found != null) return found;
        Polynomial result = divide(Polynomial.monomial(monomial, Rational.ONE), Rational.ONE, new TreeMap<>());
        known.put(monomial, result);
        return result;
    }

    /** Whether no equality rewrites the monomial. */
    boolean isNormal(Monomial monomial) {
        return generators.stream().noneMatch(generator -> generator.polynomial.leading().divides(monomial));
    }

    /** Cofactors {@code c} with {@code polynomial = normalForm + Σ c_i · equality_i}, by place of the equality. */
    Map<Integer, Polynomial> cofactors(Polynomial polynomial) {
        Map<Integer, Polynomial> cofactors = new TreeMap<>();
        divide(polynomial, Rational.ONE, cofactors);
        cofactors.values().removeIf(Polynomial::isZero);
        return cofactors;
    }

    /** Division with remainder; adds {@code sign} times the quotients to {@code cofactors}. */
    private Polynomial divide(Polynomial polynomial, Rational sign, Map<Integer, Polynomial> cofactors) {
        TreeMap<Monomial, Rational> rest = new TreeMap<>(polynomial.terms());
        Map<Monomial, Rational> normal = new TreeMap<>();
        for (long step = 0; !rest.isEmpty(); step++) {
            if ((step & 63) == 63) deadline.check();
            var term = rest.pollFirstEntry();
            if (term.getValue().isZero()) continue;
            Generator divisor = generators.stream()
                    .filter(generator -> generator.polynomial.leading().divides(term.getKey())).findFirst().orElse(null);
            if (divisor == null) {
                normal.put(term.getKey(), term.getValue());
                continue;
            }
            Monomial factor = term.getKey().divide(divisor.polynomial.leading());
            Rational coefficient = term.getValue();
            divisor.polynomial.times(factor, coefficient.negate()).addTo(rest, Rational.ONE);
            // The term itself was taken out before the multiple was subtracted, so what that left of it has to go.
            rest.remove(term.getKey());
            divisor.cofactors.forEach((place, cofactor) ->
                    cofactors.merge(place, cofactor.times(factor, coefficient.times(sign)), Polynomial::plus));
        }
        return Polynomial.of(normal);
    }
}
