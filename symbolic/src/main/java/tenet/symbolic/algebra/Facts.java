package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * What is known where a term is normalised: inequalities between indices, and signs of scalar terms from given
 * formulas such as {@code for n in 1..N: norm(w[n]) > 0}. Trusted. Immutable but for the record of which given
 * formulas were consulted.
 */
public final class Facts {
    /** A sign of every instance of {@code term} whose indices lie in the ranges. */
    private record Sign(int source, List<Range> ranges, Term term, Comparison comparison) {
    }

    private final IndexFacts indices;
    private final List<Sign> signs;
    private final Set<Integer> used;

    private Facts(IndexFacts indices, List<Sign> signs, Set<Integer> used) {
        this.indices = indices;
        this.signs = signs;
        this.used = used;
    }

    public static Facts of(IndexFacts indices) {
        return new Facts(indices, List.of(), new LinkedHashSet<>());
    }

    public IndexFacts indices() {
        return indices;
    }

    /** The sources of the given formulas that mattered so far. */
    public Set<Integer> used() {
        return Set.copyOf(used);
    }

    public Facts within(Range range) {
        return new Facts(indices.within(range), signs, used);
    }

    /** Adds a formula that holds; only comparisons of a scalar with a constant, perhaps quantified over indices, matter. */
    public Facts with(int source, Formula formula) {
        List<Range> ranges = new ArrayList<>();
        Formula body = formula;
        while (body instanceof Formula.ForAll(Range range, Formula inner)) {
            // Pattern variables get names that no term has.
            Range renamed = range.renamed("?" + range.index());
            ranges.add(renamed);
            body = Formula.substitute(Substitution.of(range.index(), Term.index(renamed.index())), inner);
        }
        List<Sign> more = new ArrayList<>(signs);
        IndexFacts integers = indices;
        for (Formula part : body instanceof Formula.And(List<Formula> parts) ? parts : List.of(body))
            if (part instanceof Formula.Relation(Comparison comparison, Term left, Term right)) {
                if (ranges.isEmpty() && left.sort() instanceof Sort.Int && right.sort() instanceof Sort.Int)
                    integers = integer(integers, comparison, IndexPolynomial.of(left).minus(IndexPolynomial.of(right)));
                else if (left.sort().isScalar()) {
                    sign(source, ranges, comparison, left, right).ifPresent(more::add);
                    sign(source, ranges, comparison.reversed(), right, left).ifPresent(more::add);
                    // x < 0 is a sign of -x.
                    if (right instanceof Term.Number) sign(source, ranges, comparison.reversed(), Term.negate(left), Term.negate(right)).ifPresent(more::add);
                    if (left instanceof Term.Number) sign(source, ranges, comparison, Term.negate(right), Term.negate(left)).ifPresent(more::add);
                }
            }
        return new Facts(integers, List.copyOf(more), used);
    }

    private static IndexFacts integer(IndexFacts facts, Comparison comparison, IndexPolynomial difference) {
        IndexPolynomial opposite = difference.scaled(Rational.MINUS_ONE);
        return switch (comparison) {
            case EQUAL -> facts.withNonNegative(difference).withNonNegative(opposite);
            case LESS -> facts.withNonNegative(opposite.minus(IndexPolynomial.ONE));
            case AT_MOST -> facts.withNonNegative(opposite);
            case GREATER -> facts.withNonNegative(difference.minus(IndexPolynomial.ONE));
            case AT_LEAST -> facts.withNonNegative(difference);
            case UNEQUAL -> facts.withNonZero(difference);
        };
    }

    /** {@code left >= c} with c >= 0 gives a sign of left; the strongest is kept. */
    private Optional<Sign> sign(int source, List<Range> ranges, Comparison comparison, Term left, Term right) {
        Facts inner = this;
        for (Range range : ranges) inner = inner.within(range);
        Optional<Rational> bound = new Normalizer(inner).of(right).asConstant();
        if (bound.isEmpty()) return Optional.empty();
        Term term = new Normalizer(inner).of(left).toTerm(Sort.REAL);
        int sign = bound.get().signum();
        return switch (comparison) {
            case GREATER -> sign < 0 ? Optional.empty() : Optional.of(new Sign(source, ranges, term, Comparison.GREATER));
            case AT_LEAST -> sign < 0 ? Optional.empty()
                    : Optional.of(new Sign(source, ranges, term, sign > 0 ? Comparison.GREATER : Comparison.AT_LEAST));
            case UNEQUAL -> sign != 0 ? Optional.empty() : Optional.of(new Sign(source, ranges, term, Comparison.UNEQUAL));
            case EQUAL -> sign <= 0 ? Optional.empty() : Optional.of(new Sign(source, ranges, term, Comparison.GREATER));
            case LESS, AT_MOST -> Optional.empty();
        };
    }

    /** Whether a scalar term in normal form is certainly positive. */
    boolean positive(Term term) {
        if (term.sort() instanceof Sort.Int && indices.atLeast(IndexPolynomial.of(term), IndexPolynomial.ONE)) return true;
        if (known(term, Comparison.GREATER)) return true;
        if (quotient(term).filter(indices::entailsPositive).isPresent()) return true;
        return switch (term) {
            case Term.Number(Rational value) -> value.signum() > 0;
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) -> switch (operator) {
                case MULTIPLY, DIVIDE -> arguments.stream().allMatch(this::positive);
                case ADD -> arguments.stream().allMatch(this::nonNegative) && arguments.stream().anyMatch(this::positive);
                case POWER -> arguments.getFirst().sort().isScalar() && positive(arguments.getFirst());
                case SQUARE_ROOT -> positive(arguments.getFirst());
                case EXPONENTIAL -> true;
                default -> false;
            };
            case Term.Big(BigOperator operator, Range range, Term body, Sort ignored) ->
                    operator == BigOperator.PRODUCT && within(range).positive(body);
            default -> false;
        };
    }

    boolean nonNegative(Term term) {
        if (term.sort() instanceof Sort.Int && indices.entailsNonNegative(IndexPolynomial.of(term))) return true;
        if (positive(term) || known(term, Comparison.AT_LEAST)) return true;
        if (quotient(term).filter(indices::entailsNonNegative).isPresent()) return true;
        return switch (term) {
            case Term.Number(Rational value) -> value.signum() >= 0;
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) -> switch (operator) {
                case NORM, ABSOLUTE, SQUARE_ROOT, EXPONENTIAL -> true;
                case MULTIPLY, DIVIDE, ADD -> arguments.stream().allMatch(this::nonNegative);
                case POWER -> even(arguments.get(1)) && arguments.getFirst().sort().isScalar() || nonNegative(arguments.getFirst());
                default -> false;
            };
            case Term.Big(BigOperator operator, Range range, Term body, Sort ignored) ->
                    (operator == BigOperator.PRODUCT || operator == BigOperator.SUM) && body.sort().isScalar() && within(range).nonNegative(body);
            default -> false;
        };
    }

    /** A combination of indices with rational coefficients and non-zero denominators, such as {@code 1 - l/L}. */
    private Optional<IndexPolynomial> quotient(Term term) {
        if (term instanceof Term.Symbol || term instanceof Term.Number) return Optional.empty();
        List<Term> denominators = new ArrayList<>();
        Optional<IndexPolynomial> quotient = IndexPolynomial.exponent(term, denominators::add);
        return quotient.filter(q -> denominators.stream().allMatch(this::nonZero));
    }

    boolean nonZero(Term term) {
        return positive(term) || known(term, Comparison.UNEQUAL)
                || term instanceof Term.Number(Rational value) && !value.isZero()
                || term.sort() instanceof Sort.Int && indices.unequal(IndexPolynomial.of(term), IndexPolynomial.ZERO);
    }

    private static boolean even(Term exponent) {
        return exponent instanceof Term.Number(Rational value) && value.isInteger() && !value.numerator().testBit(0);
    }

    private boolean known(Term term, Comparison wanted) {
        for (Sign sign : signs)
            if (sign.comparison() == wanted || wanted == Comparison.AT_LEAST && sign.comparison() == Comparison.GREATER) {
                Set<String> variables = new LinkedHashSet<>();
                sign.ranges().forEach(range -> variables.add(range.index()));
                Optional<Map<String, Term>> match = Matching.match(sign.term(), term, variables);
                if (match.isPresent() && match.get().keySet().containsAll(variables) && inRange(sign.ranges(), match.get())) {
                    used.add(sign.source());
                    return true;
                }
            }
        return false;
    }

    /** Whether the indices certainly lie in the ranges (in order; a range may mention earlier indices). */
    public boolean inRange(List<Range> ranges, Map<String, Term> values) {
        Substitution at = new Substitution(values);
        for (Range range : ranges) {
            IndexPolynomial value = IndexPolynomial.of(values.get(range.index()));
            if (!indices.atLeast(value, IndexPolynomial.of(at.apply(range.low())))) return false;
            if (range.upper().isPresent() && !indices.atLeast(IndexPolynomial.of(at.apply(range.high())), value)) return false;
            if (range.except().isPresent() && !indices.unequal(value, IndexPolynomial.of(at.apply(range.except().get())))) return false;
        }
        return true;
    }

    /** A comparison of quotients of indices, such as {@code (L - l)/L >= 0}, which the normal form would split up. */
    private boolean quotientHolds(Formula.Relation relation) {
        Optional<IndexPolynomial> difference = quotient(Term.subtract(relation.left(), relation.right()));
        return difference.isPresent() && switch (relation.comparison()) {
            case GREATER -> indices.entailsPositive(difference.get());
            case AT_LEAST -> indices.entailsNonNegative(difference.get());
            case LESS -> indices.entailsPositive(difference.get().scaled(Rational.MINUS_ONE));
            case AT_MOST -> indices.entailsNonNegative(difference.get().scaled(Rational.MINUS_ONE));
            case EQUAL, UNEQUAL -> false;
        };
    }

    /** {@code a >= b}, by elimination or as an instance of a quantified bound such as {@code d[l] >= 1}. */
    private boolean above(IndexPolynomial a, IndexPolynomial b) {
        return indices.atLeast(a, b) || positive(a.minus(b).plus(IndexPolynomial.ONE).toTerm());
    }

    /** Whether a condition on indices or signs certainly holds. */
    public boolean holds(Formula.Relation relation) {
        Term left = relation.left();
        Term right = relation.right();
        if (left.sort() instanceof Sort.Int && right.sort() instanceof Sort.Int) {
            IndexPolynomial a = IndexPolynomial.of(left);
            IndexPolynomial b = IndexPolynomial.of(right);
            return switch (relation.comparison()) {
                case EQUAL -> a.equals(b) || indices.atLeast(a, b) && indices.atLeast(b, a);
                case LESS -> above(b, a.plus(IndexPolynomial.ONE));
                case AT_MOST -> above(b, a);
                case GREATER -> above(a, b.plus(IndexPolynomial.ONE));
                case AT_LEAST -> above(a, b);
                case UNEQUAL -> indices.unequal(a, b);
            };
        }
        if (!left.sort().isScalar()) return false;
        if (quotientHolds(relation)) return true;
        Term difference = new Normalizer(this).of(Term.subtract(left, right)).toTerm(Sort.REAL);
        Term opposite = new Normalizer(this).of(Term.subtract(right, left)).toTerm(Sort.REAL);
        return switch (relation.comparison()) {
            case EQUAL -> difference.equals(Term.number(0));
            case LESS -> positive(opposite);
            case AT_MOST -> nonNegative(opposite);
            case GREATER -> positive(difference);
            case AT_LEAST -> nonNegative(difference);
            case UNEQUAL -> nonZero(difference) || nonZero(opposite);
        };
    }

}
