package tenet.symbolic.kernel;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Whether a primitive term is a continuous function of time along every motion. Trusted; answers no when in doubt. */
final class Continuity {
    private final Signature signature;
    private final Facts facts;
    private final int depth;

    /** @param facts what is known of every time */
    Continuity(Signature signature, Facts facts) {
        this(signature, facts, 0);
    }

    private Continuity(Signature signature, Facts facts, int depth) {
        this.signature = signature;
        this.facts = facts;
        this.depth = depth;
    }

    boolean continuous(Term term) {
        if (term.sort() instanceof Sort.Int) return true;
        return switch (term) {
            case Term.Number ignored -> true;
            // Motions are differentiable, parameters and fixed variables constant.
            case Term.Symbol symbol -> signature.find(symbol.name()).isPresent();
            case Term.Apply apply -> switch (apply.operator()) {
                case ADD, NEGATE, MULTIPLY, TRANSPOSE, TRACE, DETERMINANT, ADJUGATE, NORM, INNER, ENTRY, ABSOLUTE, EXPONENTIAL,
                     MINIMUM, MAXIMUM, IDENTITY, ZERO, SQUARE_ROOT -> apply.arguments().stream().allMatch(this::continuous);
                case POWER -> continuous(apply.argument(0)) && (natural(apply.argument(1))
                        || positive(apply.argument(0)) && continuous(apply.argument(1)));
                case DIVIDE -> continuous(apply.argument(0)) && continuous(apply.argument(1)) && nonZero(apply.argument(1));
                case LOGARITHM -> continuous(apply.argument(0)) && positive(apply.argument(0));
                // Some of the last are continuous; cautiously, no.
                case INVERSE, NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> false;
            };
            case Term.MatrixLiteral literal -> literal.children().stream().allMatch(this::continuous);
            case Term.Big big -> within(big.range(), big.body(), Continuity::continuous);
            case Term.Contract contract -> continuous(contract.tensor()) && within(contract.range(), contract.body(), Continuity::continuous);
            case Term.Call call -> smooth(call.function()) && call.arguments().stream().allMatch(this::continuous);
            case Term.Gradient gradient -> smooth(gradient.function()) && continuous(gradient.at());
            case Term.Rate ignored -> false;
        };
    }

    /** In the scope of the range, under a name of its own: nothing known of a fixed index of that name is taken for the bound one. */
    private boolean within(Range range, Term body, BiPredicate<Continuity, Term> holds) {
        String index = "#t" + depth;
        Continuity inside = new Continuity(signature, facts.within(range.renamed(index)), depth + 1);
        return holds.test(inside, Substitution.of(range.index(), Term.index(index)).apply(body));
    }

    /** Whether a scalar is known to be positive, so that its real powers and its logarithm are smooth functions of it. */
    private boolean positive(Term term) {
        return term.sort().isScalar() && facts.holds(new Formula.Relation(Comparison.GREATER, term, Term.number(0)));
    }

    private boolean nonZero(Term term) {
        return facts.holds(new Formula.Relation(Comparison.UNEQUAL, term, Term.number(0)));
    }

    private boolean natural(Term exponent) {
        return exponent.sort() instanceof Sort.Int && facts.holds(new Formula.Relation(Comparison.AT_LEAST, exponent, Term.number(0)));
    }

    /** Whether a primitive term is a differentiable function of time along every motion. */
    boolean differentiable(Term term) {
        if (term.sort() instanceof Sort.Int) return true;
        return switch (term) {
            case Term.Number ignored -> true;
            case Term.Symbol symbol -> signature.find(symbol.name()).isPresent();
            case Term.Apply apply -> switch (apply.operator()) {
                case ADD, NEGATE, MULTIPLY, TRANSPOSE, TRACE, DETERMINANT, ADJUGATE, INNER, ENTRY, EXPONENTIAL, IDENTITY, ZERO ->
                        apply.arguments().stream().allMatch(this::differentiable);
                case POWER -> squaredNorm(apply, this::differentiable) || differentiable(apply.argument(0)) && (natural(apply.argument(1))
                        || positive(apply.argument(0)) && differentiable(apply.argument(1)));
                case DIVIDE -> differentiable(apply.argument(0)) && differentiable(apply.argument(1)) && nonZero(apply.argument(1));
                case LOGARITHM, SQUARE_ROOT -> differentiable(apply.argument(0)) && positive(apply.argument(0));
                case INVERSE, NORM, ABSOLUTE, MINIMUM, MAXIMUM,
                     NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> false;
            };
            case Term.MatrixLiteral literal -> literal.children().stream().allMatch(this::differentiable);
            case Term.Big big -> within(big.range(), big.body(), Continuity::differentiable);
            case Term.Contract contract -> differentiable(contract.tensor()) && within(contract.range(), contract.body(), Continuity::differentiable);
            case Term.Call call -> smooth(call.function()) && call.arguments().stream().allMatch(this::differentiable);
            case Term.Gradient ignored -> false;
            case Term.Rate ignored -> false;
        };
    }

    private boolean smooth(String function) {
        return signature.find(function).orElse(null) instanceof Declaration.Function f && f.smooth();
    }

    /** Whether a function body is a polynomial in its arguments, hence continuously differentiable with locally Lipschitz gradient. */
    static boolean polynomial(Term term) {
        return switch (term) {
            case Term.Number ignored -> true;
            case Term.Symbol ignored -> true;
            case Term.Apply apply -> switch (apply.operator()) {
                case ADD, NEGATE, MULTIPLY, TRANSPOSE, TRACE, DETERMINANT, ADJUGATE, INNER -> apply.arguments().stream().allMatch(Continuity::polynomial);
                case ENTRY -> polynomial(apply.argument(0));
                case DIVIDE -> apply.argument(1) instanceof Term.Number && polynomial(apply.argument(0));
                case POWER -> apply.argument(1) instanceof Term.Number(var exponent) && exponent.isInteger() && exponent.signum() >= 0
                        && (polynomial(apply.argument(0)) || squaredNorm(apply, Continuity::polynomial));
                case IDENTITY, ZERO -> true;
                case INVERSE, NORM, ABSOLUTE, SQUARE_ROOT, EXPONENTIAL, LOGARITHM, MINIMUM, MAXIMUM,
                     NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> false;
            };
            case Term.MatrixLiteral literal -> literal.children().stream().allMatch(Continuity::polynomial);
            case Term.Big big -> polynomial(big.body());
            case Term.Contract ignored -> false;
            case Term.Call ignored -> false;
            case Term.Gradient ignored -> false;
            case Term.Rate ignored -> false;
        };
    }

    private static boolean squaredNorm(Term.Apply power, Predicate<Term> smooth) {
        return power.argument(1).equals(Term.number(2)) && power.argument(0) instanceof Term.Apply norm
                && norm.operator() == tenet.symbolic.term.Operator.NORM && smooth.test(norm.argument(0));
    }
}
