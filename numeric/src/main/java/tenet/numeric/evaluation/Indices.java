package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** The exact part of a term: integers (indices, shapes, bounds of ranges) and exponents, whatever the algebra. */
final class Indices<E> {
    /** More indices than this in one range are not enumerated. */
    static final int LONGEST_RANGE = 100_000;

    private static final Rationals EXACT = new Rationals();

    private final State<E> state;

    Indices(State<E> state) {
        this.state = state;
    }

    /** The value of an integer term. @throws Undefined when it has none; NotRepresentable beyond 64 bits */
    long integer(Term term, Optional<Scope<E>> scope) {
        try {
            return switch (term) {
                case Term.Number(Rational value) -> whole(value);
                case Term.Symbol symbol -> symbol(symbol, scope);
                case Term.Apply apply -> application(apply, scope);
                case Term.Big big when big.operator() == BigOperator.SUM -> {
                    long sum = 0;
                    Span span = span(big.range(), scope);
                    for (long i = span.low(); i <= span.high(); i++)
                        if (span.has(i)) sum = Math.addExact(sum, integer(big.body(), Scope.index(big.range().index(), i, scope)));
                    yield sum;
                }
                default -> throw new NotRepresentable("the integer " + term);
            };
        } catch (ArithmeticException overflow) {
            throw new NotRepresentable("an integer beyond 64 bits");
        }
    }

    private static long whole(Rational value) {
        if (!value.isInteger()) throw new Undefined(value + " is not an integer");
        return value.numerator().longValueExact();
    }

    private long symbol(Term.Symbol symbol, Optional<Scope<E>> scope) {
        if (symbol.indices().isEmpty()) {
            Optional<Scope<E>> bound = Scope.find(symbol.name(), scope);
            if (bound.isPresent()) return bound.get().index();
        }
        List<Integer> at = members(symbol.indices(), scope);
        return whole(state.exact(symbol.name(), at).orElseThrow(() -> missing(symbol.name(), at)));
    }

    private long application(Term.Apply apply, Optional<Scope<E>> scope) {
        List<Term> arguments = apply.arguments();
        long result = integer(arguments.getFirst(), scope);
        switch (apply.operator()) {
            case ADD -> {
                for (int i = 1; i < arguments.size(); i++) result = Math.addExact(result, integer(arguments.get(i), scope));
            }
            case MULTIPLY -> {
                for (int i = 1; i < arguments.size(); i++) result = Math.multiplyExact(result, integer(arguments.get(i), scope));
            }
            case MINIMUM -> {
                for (int i = 1; i < arguments.size(); i++) result = Math.min(result, integer(arguments.get(i), scope));
            }
            case MAXIMUM -> {
                for (int i = 1; i < arguments.size(); i++) result = Math.max(result, integer(arguments.get(i), scope));
            }
            case NEGATE -> result = Math.negateExact(result);
            case ABSOLUTE -> result = Math.absExact(result);
            case TRANSPOSE -> { }
            case POWER -> result = whole(EXACT.power(Rational.of(result), Rational.of(integer(arguments.get(1), scope))));
            default -> throw new NotRepresentable("the integer " + apply);
        }
        return result;
    }

    /** The indices of a member of a family. */
    List<Integer> members(List<Term> indices, Optional<Scope<E>> scope) {
        return switch (indices.size()) {
            case 0 -> List.of();
            case 1 -> List.of(member(indices.getFirst(), scope));
            default -> {
                List<Integer> at = new ArrayList<>(indices.size());
                for (Term index : indices) at.add(member(index, scope));
                yield at;
            }
        };
    }

    private int member(Term index, Optional<Scope<E>> scope) {
        long at = integer(index, scope);
        if (at != (int) at) throw new Undefined("the index " + at + " is out of range");
        return (int) at;
    }

    static Undefined missing(String name, List<Integer> at) {
        return new Undefined((at.isEmpty() ? name : name + at) + " has no value: it is not given, or the index is out of range");
    }

    /** The exact value of a scalar term made of numbers, indices and exactly known parameters; empty for any other. */
    Optional<Rational> exactly(Term term, Optional<Scope<E>> scope) {
        if (term.sort() instanceof Sort.Int) return Optional.of(Rational.of(integer(term, scope)));
        return switch (term) {
            case Term.Number(Rational value) -> Optional.of(value);
            case Term.Symbol symbol -> {
                if (symbol.indices().isEmpty() && Scope.find(symbol.name(), scope).isPresent()) yield Optional.empty();
                yield state.exact(symbol.name(), members(symbol.indices(), scope));
            }
            case Term.Apply apply -> {
                List<Rational> values = new ArrayList<>(apply.arguments().size());
                for (Term argument : apply.arguments()) {
                    Optional<Rational> value = argument.sort().isScalar() ? exactly(argument, scope) : Optional.empty();
                    if (value.isEmpty()) yield Optional.empty();
                    values.add(value.get());
                }
                yield switch (apply.operator()) {
                    case ADD -> values.stream().reduce(EXACT::add);
                    case MULTIPLY -> values.stream().reduce(EXACT::multiply);
                    case NEGATE -> Optional.of(values.getFirst().negate());
                    case DIVIDE -> Optional.of(EXACT.divide(values.get(0), values.get(1)));
                    case POWER -> values.get(1).isInteger() ? Optional.of(EXACT.power(values.get(0), values.get(1))) : Optional.empty();
                    case MINIMUM -> values.stream().reduce(EXACT::min);
                    case MAXIMUM -> values.stream().reduce(EXACT::max);
                    default -> Optional.empty();
                };
            }
            default -> Optional.empty();
        };
    }

    /** The integers of a range. */
    record Span(long low, long high, Optional<Long> except) {
        boolean has(long index) {
            return except.isEmpty() || except.get() != index;
        }

        int length() {
            return (int) Math.max(0, high - low + 1);
        }
    }

    /** @throws Undefined when the range ends before {@code low - 1}, where sums and products mean nothing */
    Span span(Range range, Optional<Scope<E>> scope) {
        Span span = quantified(range, LONGEST_RANGE, scope);
        if (span.high() < span.low() - 1) throw new Undefined("the range " + range + " ends before it begins");
        return span;
    }

    /** The range of a quantifier, empty when it ends before it begins; at most {@code most} indices without upper end. */
    Span quantified(Range range, long most, Optional<Scope<E>> scope) {
        long low = integer(range.low(), scope);
        if (range.upper().isEmpty() && low > Integer.MAX_VALUE) throw new NotRepresentable("a range from " + low);
        long high = range.upper().isPresent() ? integer(range.upper().get(), scope) : low + most - 1;
        if (high >= low && high - low >= LONGEST_RANGE) throw new NotRepresentable("the range " + range + " is too long to try");
        return new Span(low, high, range.except().map(term -> integer(term, scope)));
    }
}
