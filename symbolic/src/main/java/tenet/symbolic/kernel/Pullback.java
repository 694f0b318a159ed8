package tenet.symbolic.kernel;

import static tenet.symbolic.term.Term.apply;
import static tenet.symbolic.term.Term.divide;
import static tenet.symbolic.term.Term.index;
import static tenet.symbolic.term.Term.multiply;
import static tenet.symbolic.term.Term.negate;
import static tenet.symbolic.term.Term.number;
import static tenet.symbolic.term.Term.power;
import static tenet.symbolic.term.Term.subtract;
import static tenet.symbolic.term.Term.transpose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * The gradient of a scalar term with respect to a variable or one member of a family, by transposing the differential:
 * {@code d(potential) = <gradient, d(variable)>}. Trusted.
 *
 * <p>Meaning: reverse-mode differentiation on terms, through {@code sum}, {@code prod}, {@code chain} and {@code outer}
 * with symbolic bounds. An occurrence {@code W[k]} under a bound index k contributes at k = l for the member
 * {@code W[l]}; that l lies in the range of k is reported as a condition. Failure: {@link IllTyped} for a term without a
 * rule, or an occurrence whose index can be neither matched with the member's nor told apart from it.
 */
final class Pullback {
    private final Expansion expansion;
    private final List<Range> outside;

    Pullback(Expansion expansion) {
        this.expansion = expansion;
        this.outside = expansion.scope();
    }

    /** The gradient of the primitive scalar term {@code potential} with respect to {@code variable}. */
    Term of(Term potential, Term.Symbol variable) {
        List<Term> parts = new ArrayList<>();
        pull(number(1), potential, variable, List.of(), parts);
        if (parts.isEmpty()) return Term.zero(variable.sort());
        return add(parts);
    }

    /** The gradient of a defined function at a point. */
    Term gradient(Declaration.Function function, Declaration.Body body, Term at) {
        if (body.formals().size() != 1 || !function.result().isScalar())
            throw new IllTyped("only a real function of one argument has a gradient, not " + function.name());
        Term.Symbol formal = new Term.Symbol(body.formals().getFirst(), List.of(), function.arguments().getFirst());
        Term primitive = expansion.expand(body.term());
        Term gradient = of(primitive, formal);
        Substitution point = Substitution.of(formal.name(), at);
        return point.apply(gradient);
    }

    static void requireSmooth(Signature signature, String name) {
        if (!(signature.find(name).orElse(null) instanceof Declaration.Function function) || !function.smooth()
                || function.arguments().size() != 1 || !function.result().isScalar())
            throw new IllTyped(name + " is not declared as a smooth real function of one argument, so it has no gradient");
    }

    /** @param binders the ranges of sums that enclose this occurrence, outermost first */
    private void pull(Term seed, Term term, Term.Symbol target, List<Range> binders, List<Term> parts) {
        if (!Names.occursFree(target.name(), term)) return;
        switch (term) {
            case Term.Symbol symbol -> occurrence(seed, symbol, target, binders, parts);
            case Term.Apply application -> pullApplication(seed, application, target, binders, parts);
            case Term.Big big -> pullBig(seed, big, target, binders, parts);
            case Term.Call call -> {
                requireSmooth(expansion.signature, call.function());
                Term argument = call.arguments().getFirst();
                pull(times(seed, new Term.Gradient(call.function(), argument)), argument, target, binders, parts);
            }
            case Term.MatrixLiteral literal -> {
                for (int i = 0; i < literal.rows().size(); i++)
                    for (int j = 0; j < literal.rows().get(i).size(); j++)
                        pull(entry(seed, literal, i + 1, j + 1), literal.rows().get(i).get(j), target, binders, parts);
            }
            default -> throw new IllTyped("there is no rule for the gradient of " + term);
        }
    }

    private static Term entry(Term matrix, Term.MatrixLiteral shape, int i, int j) {
        return shape.rows().getFirst().size() == 1 ? apply(Operator.ENTRY, matrix, number(i))
                : apply(Operator.ENTRY, matrix, number(i), number(j));
    }

    private void pullApplication(Term seed, Term.Apply term, Term.Symbol target, List<Range> binders, List<Term> parts) {
        List<Term> arguments = term.arguments();
        Term x = arguments.getFirst();
        switch (term.operator()) {
            case ADD -> arguments.forEach(argument -> pull(seed, argument, target, binders, parts));
            case NEGATE -> pull(negate(seed), x, target, binders, parts);
            case MULTIPLY -> pullProduct(seed, arguments, target, binders, parts);
            case DIVIDE -> {
                Term bottom = arguments.get(1);
                if (!(bottom instanceof Term.Number)) expansion.require(Comparison.UNEQUAL, bottom, number(0));
                pull(divide(seed, bottom), x, target, binders, parts);
                pull(negate(divide(inner(seed, x), power(bottom, number(2)))), bottom, target, binders, parts);
            }
            case POWER -> pullPower(seed, term, target, binders, parts);
            case TRANSPOSE -> pull(transpose(seed), x, target, binders, parts);
            case TRACE -> pull(x.sort() instanceof Sort.Matrix(Term rows, Term ignored)
                    ? times(seed, apply(Operator.IDENTITY, rows)) : seed, x, target, binders, parts);
            case DETERMINANT -> pull(times(seed, transpose(apply(Operator.ADJUGATE, x))), x, target, binders, parts);
            case NORM -> {
                expansion.require(Comparison.GREATER, term, number(0));
                pull(divide(times(seed, x), term), x, target, binders, parts);
            }
            case INNER -> {
                pull(times(seed, arguments.get(1)), x, target, binders, parts);
                pull(times(seed, x), arguments.get(1), target, binders, parts);
            }
            case ENTRY -> pull(unit(seed, x.sort(), arguments.subList(1, arguments.size())), x, target, binders, parts);
            case EXPONENTIAL -> pull(times(seed, term), x, target, binders, parts);
            case LOGARITHM -> {
                expansion.require(Comparison.GREATER, x, number(0));
                pull(divide(seed, x), x, target, binders, parts);
            }
            case SQUARE_ROOT -> {
                expansion.require(Comparison.GREATER, x, number(0));
                pull(divide(seed, multiply(number(2), term)), x, target, binders, parts);
            }
            case ABSOLUTE, ADJUGATE, INVERSE, MINIMUM, MAXIMUM, IDENTITY, ZERO,
                 NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK ->
                    throw new IllTyped("there is no rule for the gradient of " + term);
        }
    }

    /** For {@code A * x * B} the factor x receives {@code A^T * seed * B^T}; a scalar factor receives an inner product. */
    private void pullProduct(Term seed, List<Term> factors, Term.Symbol target, List<Range> binders, List<Term> parts) {
        for (int i = 0; i < factors.size(); i++) {
            Term factor = factors.get(i);
            if (!Names.occursFree(target.name(), factor)) continue;
            List<Term> before = factors.subList(0, i);
            List<Term> after = factors.subList(i + 1, factors.size());
            Term contribution;
            if (factor.sort().isScalar()) {
                List<Term> others = new ArrayList<>(before);
                others.addAll(after);
                contribution = others.isEmpty() ? seed : inner(seed, product(others));
            } else {
                Term left = before.isEmpty() ? seed : multiply(transpose(product(before)), seed);
                contribution = after.isEmpty() ? left : multiply(left, transpose(product(after)));
            }
            pull(contribution, factor, target, binders, parts);
        }
    }

    private void pullPower(Term seed, Term.Apply term, Term.Symbol target, List<Range> binders, List<Term> parts) {
        Term base = term.argument(0);
        Term exponent = term.argument(1);
        if (Names.occursFree(target.name(), exponent) || !base.sort().isScalar())
            throw new IllTyped("there is no rule for the gradient of " + term);
        if (base instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == Operator.NORM
                && exponent.equals(number(2))) {
            pull(times(times(seed, number(2)), arguments.getFirst()), arguments.getFirst(), target, binders, parts);
            return;
        }
        boolean natural = exponent instanceof Term.Number(Rational e) && e.isInteger() && e.signum() > 0;
        if (exponent.equals(number(0))) return;
        if (!natural) expansion.require(Comparison.GREATER, base, number(0));
        Term slope = exponent.equals(number(1)) ? seed
                : times(seed, exponent.equals(number(2)) ? multiply(exponent, base)
                : multiply(exponent, power(base, subtract(exponent, number(1)))));
        pull(slope, base, target, binders, parts);
    }

    private void pullBig(Term seed, Term.Big big, Term.Symbol target, List<Range> binders, List<Term> parts) {
        Term.Big fresh = renamedApart(big, seed, target, binders);
        Range range = fresh.range();
        Term here = index(range.index());
        List<Range> inside = new ArrayList<>(binders);
        inside.add(range);
        Term contribution = switch (fresh.operator()) {
            case SUM -> seed;
            case PRODUCT -> {
                if (range.except().isPresent())
                    throw new IllTyped("there is no rule for the gradient of a product that leaves out an index");
                Range others = Derivative.inner(fresh).without(here);
                yield times(seed, Term.big(BigOperator.PRODUCT, others, Derivative.at(fresh, others)));
            }
            case CHAIN -> {
                Range name = Derivative.inner(fresh);
                Range above = new Range(name.index(), Term.add(here, number(1)), range.high());
                Range below = new Range(name.index(), range.low(), subtract(here, number(1)));
                yield multiply(transpose(Term.big(BigOperator.CHAIN, above, Derivative.at(fresh, above))), seed,
                        transpose(Term.big(BigOperator.CHAIN, below, Derivative.at(fresh, below))));
            }
            case OUTER -> {
                Range others = Derivative.inner(fresh).without(here);
                yield new Term.Contract(seed, others, Derivative.at(fresh, others));
            }
        };
        expansion.within(range, () -> {
            pull(contribution, fresh.body(), target, inside, parts);
            return null;
        });
    }

    private static Term.Big renamedApart(Term.Big big, Term seed, Term.Symbol target, List<Range> binders) {
        List<String> taken = new ArrayList<>(Names.free(seed));
        taken.addAll(Names.free(target));
        binders.forEach(range -> taken.add(range.index()));
        String name = Names.renamed(big.range().index(), taken);
        if (name.equals(big.range().index())) return big;
        Range range = big.range().renamed(name);
        return (Term.Big) Term.big(big.operator(), range, Derivative.at(big, range));
    }

    /** The place where the member itself occurs: solve for the bound indices, sum over those left free. */
    private void occurrence(Term seed, Term.Symbol found, Term.Symbol target, List<Range> binders, List<Term> parts) {
        if (!found.name().equals(target.name())) throw new IllTyped("the shape of " + found + " depends on " + target.name());
        Map<String, Term> solution = new HashMap<>();
        for (int i = 0; i < found.indices().size(); i++) {
            Term here = found.indices().get(i);
            Term wanted = target.indices().get(i);
            Optional<Range> binder = binders.stream().filter(range -> index(range.index()).equals(here)).findFirst();
            if (binder.isPresent() && !solution.containsKey(binder.get().index())) {
                solution.put(binder.get().index(), wanted);
                continue;
            }
            Term solved = new Substitution(solution).apply(here);
            Optional<Rational> difference = IndexPolynomial.of(solved).minus(IndexPolynomial.of(wanted)).asConstant();
            if (difference.isEmpty())
                throw new IllTyped("the gradient with respect to " + target + " cannot tell whether " + found
                        + " is that member; index the occurrences by a bound index, or use separate variables");
            if (!difference.get().isZero()) return;
        }
        Substitution at = new Substitution(solution);
        // A solved binder must not stand in the scope of its own condition: over an empty range that would be vacuous.
        List<Range> scope = new ArrayList<>(outside);
        for (Range range : binders)
            if (!solution.containsKey(range.index()))
                scope.add(new Range(range.index(), at.apply(range.low()), range.upper().map(at::apply), range.except().map(at::apply)));
        for (Range range : binders)
            if (solution.containsKey(range.index())) {
                Term value = solution.get(range.index());
                expansion.requireUnder(scope, Comparison.AT_LEAST, value, at.apply(range.low()));
                expansion.requireUnder(scope, Comparison.AT_MOST, value, at.apply(range.high()));
                range.except().ifPresent(except -> expansion.requireUnder(scope, Comparison.UNEQUAL, value, at.apply(except)));
            }
        Term part = at.apply(seed);
        for (Range range : binders.reversed())
            if (!solution.containsKey(range.index())) {
                Range outer = new Range(range.index(), at.apply(range.low()), Optional.of(at.apply(range.high())), range.except().map(at::apply));
                part = Term.big(BigOperator.SUM, outer, part);
            }
        parts.add(part);
    }

    /** The matrix of literal shape with one non-zero entry. */
    private static Term unit(Term value, Sort sort, List<Term> at) {
        if (!(sort instanceof Sort.Matrix(Term.Number(Rational rows), Term.Number(Rational columns)))
                || !at.stream().allMatch(i -> i instanceof Term.Number))
            throw new IllTyped("the gradient of an entry needs a matrix of literal shape and literal indices");
        List<Integer> place = at.stream().map(i -> ((Term.Number) i).value().numerator().intValue()).toList();
        List<List<Term>> entries = new ArrayList<>();
        for (int i = 1; i <= rows.numerator().intValue(); i++) {
            List<Term> row = new ArrayList<>();
            for (int j = 1; j <= columns.numerator().intValue(); j++)
                row.add(i == place.getFirst() && j == (place.size() == 1 ? 1 : place.get(1)) ? value : number(0));
            entries.add(row);
        }
        return new Term.MatrixLiteral(entries);
    }

    /** The sum; matrices written out are added entry by entry. */
    private static Term add(List<Term> parts) {
        if (parts.size() == 1) return parts.getFirst();
        if (parts.stream().allMatch(part -> part instanceof Term.MatrixLiteral)) {
            Term.MatrixLiteral first = (Term.MatrixLiteral) parts.getFirst();
            List<List<Term>> rows = new ArrayList<>();
            for (int i = 0; i < first.rows().size(); i++) {
                List<Term> row = new ArrayList<>();
                for (int j = 0; j < first.rows().get(i).size(); j++) {
                    List<Term> entries = new ArrayList<>();
                    for (Term part : parts) {
                        Term entry = ((Term.MatrixLiteral) part).rows().get(i).get(j);
                        if (!entry.equals(number(0))) entries.add(entry);
                    }
                    row.add(entries.isEmpty() ? number(0) : entries.size() == 1 ? entries.getFirst() : Term.add(entries.toArray(Term[]::new)));
                }
                rows.add(row);
            }
            return new Term.MatrixLiteral(rows);
        }
        return Term.add(parts.toArray(Term[]::new));
    }

    private static Term product(List<Term> factors) {
        return factors.size() == 1 ? factors.getFirst() : multiply(factors.toArray(Term[]::new));
    }

    private static Term times(Term a, Term b) {
        if (a.equals(number(1))) return b;
        return b.equals(number(1)) ? a : multiply(a, b);
    }

    private static Term inner(Term a, Term b) {
        return a.sort().isScalar() ? times(a, b) : apply(Operator.INNER, a, b);
    }
}
