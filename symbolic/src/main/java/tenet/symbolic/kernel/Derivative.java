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
import java.util.List;
import java.util.Optional;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * The derivative in time of a primitive term, along the motion. Trusted.
 *
 * <p>Meaning: sum, product, quotient, power and chain rules; through {@code sum}, {@code prod} and {@code chain} with
 * symbolic bounds by the Leibniz rule; Jacobi's formula for the determinant. Side conditions (base of a power, argument
 * of norm, root, logarithm positive) are reported to the expansion. Failure: {@link IllTyped} for terms without a rule.
 */
final class Derivative {
    private final Expansion expansion;

    Derivative(Expansion expansion) {
        this.expansion = expansion;
    }

    /** Empty when the term is constant in time. */
    Optional<Term> of(Term term) {
        if (term.sort() instanceof Sort.Int) return Optional.empty();
        return switch (term) {
            case Term.Number ignored -> Optional.empty();
            case Term.Symbol symbol -> ofSymbol(symbol);
            case Term.Apply application -> ofApplication(application);
            case Term.MatrixLiteral literal -> ofLiteral(literal);
            case Term.Big big -> ofBig(big);
            case Term.Call call -> ofCall(call);
            case Term.Contract contract -> constantOrFail(contract);
            case Term.Gradient gradient -> constantOrFail(gradient);
            case Term.Rate rate -> throw new IllTyped("there is no rule for the second derivative of " + rate.of());
        };
    }

    private Optional<Term> ofSymbol(Term.Symbol symbol) {
        return switch (expansion.signature.find(symbol.name()).orElseThrow(() -> new IllTyped(symbol.name() + " is not declared"))) {
            case Declaration.Parameter ignored -> Optional.empty();
            case Declaration.Variable variable when expansion.signature.flow(variable.name()).isPresent() ->
                    Optional.of(expansion.velocity(symbol));
            case Declaration.Variable variable -> variable.motion() == Declaration.Motion.FIXED ? Optional.empty()
                    : Optional.of(new Term.Rate(symbol));
            default -> throw new IllTyped(symbol + " has no derivative in time");
        };
    }

    /** Terms without a differentiation rule are fine as long as nothing in them moves. */
    private Optional<Term> constantOrFail(Term term) {
        for (Term child : term.children())
            if (of(child).isPresent()) throw new IllTyped("there is no rule for the derivative in time of " + term);
        return Optional.empty();
    }

    private Optional<Term> ofApplication(Term.Apply term) {
        List<Term> arguments = term.arguments();
        Term first = arguments.getFirst();
        return switch (term.operator()) {
            case ADD -> sum(arguments.stream().map(this::of).flatMap(Optional::stream).toList());
            case NEGATE -> of(first).map(Term::negate);
            case MULTIPLY -> ofProduct(arguments);
            case DIVIDE -> ofQuotient(first, arguments.get(1));
            case POWER -> ofPower(first, arguments.get(1));
            case TRANSPOSE -> of(first).map(Term::transpose);
            case TRACE -> of(first).map(rate -> apply(Operator.TRACE, rate));
            case DETERMINANT -> of(first).map(rate -> apply(Operator.TRACE, multiply(apply(Operator.ADJUGATE, first), rate)));
            case INVERSE -> of(first).map(rate -> {
                expansion.require(Comparison.UNEQUAL, apply(Operator.DETERMINANT, first), number(0));
                return negate(multiply(term, rate, term));
            });
            case NORM -> of(first).map(rate -> {
                expansion.require(Comparison.GREATER, term, number(0));
                return divide(apply(Operator.INNER, first, rate), term);
            });
            case INNER -> {
                List<Term> parts = new ArrayList<>();
                of(first).ifPresent(rate -> parts.add(apply(Operator.INNER, rate, arguments.get(1))));
                of(arguments.get(1)).ifPresent(rate -> parts.add(apply(Operator.INNER, first, rate)));
                yield sum(parts);
            }
            case ENTRY -> of(first).map(rate -> apply(Operator.ENTRY,
                    java.util.stream.Stream.concat(java.util.stream.Stream.of(rate), arguments.subList(1, arguments.size()).stream()).toList()));
            case ABSOLUTE -> of(first).map(rate -> {
                expansion.require(Comparison.GREATER, term, number(0));
                return divide(multiply(first, rate), term);
            });
            case SQUARE_ROOT -> of(first).map(rate -> {
                expansion.require(Comparison.GREATER, first, number(0));
                return divide(rate, multiply(number(2), term));
            });
            case EXPONENTIAL -> of(first).map(rate -> multiply(term, rate));
            case LOGARITHM -> of(first).map(rate -> {
                expansion.require(Comparison.GREATER, first, number(0));
                return divide(rate, first);
            });
            case ADJUGATE, MINIMUM, MAXIMUM,
                 NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> constantOrFail(term);
            case IDENTITY, ZERO -> Optional.empty();
        };
    }

    private Optional<Term> ofProduct(List<Term> factors) {
        List<Term> parts = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            int place = i;
            of(factors.get(i)).ifPresent(rate -> {
                List<Term> changed = new ArrayList<>(factors);
                changed.set(place, rate);
                parts.add(multiply(changed.toArray(Term[]::new)));
            });
        }
        return sum(parts);
    }

    private Optional<Term> ofQuotient(Term top, Term bottom) {
        Optional<Term> topRate = of(top).map(rate -> divide(rate, bottom));
        if (of(top).isPresent() || of(bottom).isPresent()) requireNonZero(bottom);
        Optional<Term> bottomRate = of(bottom).map(rate -> divide(multiply(top, rate), power(bottom, number(2))));
        if (bottomRate.isEmpty()) return topRate;
        return Optional.of(topRate.map(t -> subtract(t, bottomRate.get())).orElseGet(() -> negate(bottomRate.get())));
    }

    private void requireNonZero(Term bottom) {
        if (!(bottom instanceof Term.Number)) expansion.require(Comparison.UNEQUAL, bottom, number(0));
    }

    private Optional<Term> ofPower(Term base, Term exponent) {
        if (of(exponent).isPresent()) throw new IllTyped("there is no rule for the exponent " + exponent + ", which moves");
        boolean natural = exponent instanceof Term.Number(Rational e) && e.isInteger() && e.signum() >= 0;
        if (!base.sort().isScalar()) return ofMatrixPower(base, exponent);
        // The square of a norm is smooth even at zero, where the norm is not.
        if (base instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == Operator.NORM
                && exponent.equals(number(2)))
            return of(arguments.getFirst()).map(rate -> multiply(number(2), apply(Operator.INNER, arguments.getFirst(), rate)));
        if (exponent.equals(number(0))) return Optional.empty();
        return of(base).map(rate -> {
            if (!natural) expansion.require(Comparison.GREATER, base, number(0));
            if (exponent.equals(number(1))) return rate;
            return multiply(exponent, power(base, subtract(exponent, number(1))), rate);
        });
    }

    private Optional<Term> ofMatrixPower(Term base, Term exponent) {
        if (of(base).isEmpty()) return Optional.empty();
        if (!(exponent.sort() instanceof Sort.Int))
            throw new IllTyped("there is no rule for the derivative of the power " + exponent + " of a matrix");
        expansion.require(Comparison.AT_LEAST, exponent, number(0));
        // The velocity of the base may speak of everything that is declared: a name that no declaration has.
        Range range = new Range(Names.renamed("j" + Names.RENAMED, Names.free(power(base, exponent))), number(1), exponent);
        Term j = index(range.index());
        return expansion.within(range, () -> of(base)).map(rate -> Term.big(BigOperator.SUM, range,
                multiply(power(base, subtract(j, number(1))), rate, power(base, subtract(exponent, j)))));
    }

    private Optional<Term> ofLiteral(Term.MatrixLiteral literal) {
        boolean moves = literal.children().stream().anyMatch(entry -> of(entry).isPresent());
        return moves ? Optional.of(literal.map(entry -> of(entry).orElse(number(0)))) : Optional.empty();
    }

    private Optional<Term> ofBig(Term.Big big) {
        Optional<Term> rate = expansion.within(big.range(), () -> of(big.body()));
        if (rate.isEmpty()) return Optional.empty();
        Range range = big.range();
        Term here = index(range.index());
        return Optional.of(switch (big.operator()) {
            case SUM -> Term.big(BigOperator.SUM, range, rate.get());
            case PRODUCT -> {
                if (range.except().isPresent())
                    throw new IllTyped("there is no rule for the derivative of a product that leaves out an index");
                Range others = inner(big).without(here);
                yield Term.big(BigOperator.SUM, range, multiply(rate.get(), Term.big(BigOperator.PRODUCT, others, at(big, others))));
            }
            case CHAIN -> {
                Range name = inner(big);
                Range above = new Range(name.index(), Term.add(here, number(1)), range.high());
                Range below = new Range(name.index(), range.low(), subtract(here, number(1)));
                yield Term.big(BigOperator.SUM, range, multiply(Term.big(BigOperator.CHAIN, above, at(big, above)), rate.get(),
                        Term.big(BigOperator.CHAIN, below, at(big, below))));
            }
            case OUTER -> throw new IllTyped("there is no rule for the derivative in time of an outer product");
        });
    }

    /** The same range with a fresh index, for use inside the scope of the old one. */
    static Range inner(Term.Big big) {
        return big.range().renamed(Names.renamed(big.range().index(), Names.free(multiplyable(big.body(), index(big.range().index())))));
    }

    private static Term multiplyable(Term body, Term index) {
        return body.sort() instanceof Sort.Tensor ? index : multiply(index, body);
    }

    static Term at(Term.Big big, Range range) {
        return Substitution.of(big.range().index(), index(range.index())).apply(big.body());
    }

    private Optional<Term> ofCall(Term.Call call) {
        boolean moves = call.arguments().stream().anyMatch(argument -> of(argument).isPresent());
        if (!moves) return Optional.empty();
        Pullback.requireSmooth(expansion.signature, call.function());
        Term argument = call.arguments().getFirst();
        return of(argument).map(rate -> argument.sort().isScalar()
                ? multiply(new Term.Gradient(call.function(), argument), rate)
                : apply(Operator.INNER, new Term.Gradient(call.function(), argument), rate));
    }

    private static Optional<Term> sum(List<Term> parts) {
        if (parts.isEmpty()) return Optional.empty();
        return Optional.of(parts.size() == 1 ? parts.getFirst() : Term.add(parts.toArray(Term[]::new)));
    }
}
