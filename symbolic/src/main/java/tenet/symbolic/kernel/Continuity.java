package tenet.symbolic.kernel;

import java.util.function.Predicate;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Whether a primitive term is a continuous function of time along every motion. Trusted; answers no when in doubt. */
final class Continuity {
    private final Signature signature;
    private final Facts facts;

    Continuity(Signature signature, Facts facts) {
        this.signature = signature;
        this.facts = facts;
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
                case POWER -> natural(apply.argument(1)) && continuous(apply.argument(0));
                case DIVIDE -> apply.argument(1) instanceof Term.Number && continuous(apply.argument(0));
                // Some of the last are continuous; cautiously, no.
                case INVERSE, LOGARITHM, NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> false;
            };
            case Term.MatrixLiteral literal -> literal.children().stream().allMatch(this::continuous);
            case Term.Big big -> continuous(big.body());
            case Term.Contract contract -> continuous(contract.tensor()) && continuous(contract.body());
            case Term.Call call -> smooth(call.function()) && call.arguments().stream().allMatch(this::continuous);
            case Term.Gradient gradient -> smooth(gradient.function()) && continuous(gradient.at());
            case Term.Rate ignored -> false;
        };
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
                case POWER -> natural(apply.argument(1)) && differentiable(apply.argument(0)) || squaredNorm(apply, this::differentiable);
                case DIVIDE -> apply.argument(1) instanceof Term.Number && differentiable(apply.argument(0));
                case INVERSE, NORM, ABSOLUTE, SQUARE_ROOT, LOGARITHM, MINIMUM, MAXIMUM,
                     NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> false;
            };
            case Term.MatrixLiteral literal -> literal.children().stream().allMatch(this::differentiable);
            case Term.Big big -> differentiable(big.body());
            case Term.Contract contract -> differentiable(contract.tensor()) && differentiable(contract.body());
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
