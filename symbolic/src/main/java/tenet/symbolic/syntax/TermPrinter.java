package tenet.symbolic.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Terms, ranges and sorts to text with the fewest brackets that read back as the same term. */
final class TermPrinter {
    /** What kind of text may stand in a place; each kind may stand where an earlier one may. */
    private enum Place { SUM, SIGNED, PRODUCT, POSTFIX }

    private TermPrinter() {
    }

    static String text(Term term) {
        return text(term, Place.SUM, false);
    }

    /** The same without spaces around signs, as inside indices: {@code l+1}. */
    static String tight(Term term) {
        return text(term, Place.SUM, true);
    }

    private static String text(Term term, Place place, boolean tight) {
        String text = bare(term, tight);
        return kind(term).compareTo(place) >= 0 ? text : "(" + text + ")";
    }

    private static Place kind(Term term) {
        return switch (term) {
            case Term.Number(Rational value) -> value.signum() < 0 ? Place.SIGNED : value.isInteger() ? Place.POSTFIX : Place.PRODUCT;
            case Term.Apply apply -> switch (apply.operator()) {
                case ADD -> Place.SUM;
                case NEGATE -> Place.SIGNED;
                case MULTIPLY, DIVIDE -> Place.PRODUCT;
                default -> Place.POSTFIX;
            };
            default -> Place.POSTFIX;
        };
    }

    private static String bare(Term term, boolean tight) {
        return switch (term) {
            case Term.Number(Rational value) -> value.toString();
            case Term.Symbol symbol when symbol.name().equals("?") -> hole(symbol.sort());
            case Term.Symbol symbol -> symbol.name() + (symbol.indices().isEmpty() ? "" : indices(symbol.indices()));
            case Term.Apply apply -> apply(apply, tight);
            case Term.MatrixLiteral matrix -> matrix.rows().stream()
                    .map(row -> row.stream().map(TermPrinter::text).collect(Collectors.joining(", ", "[", "]")))
                    .collect(Collectors.joining(", ", "[", "]"));
            case Term.Big big -> plainChain(big).orElseGet(() ->
                    Spelling.word(big.operator()) + "(" + text(big.range()) + ", " + text(big.body()) + ")");
            case Term.Contract contract -> "contract(" + text(contract.tensor()) + ", " + text(contract.range()) + ", "
                    + text(contract.body()) + ")";
            case Term.Call call -> call.function() + arguments(call.arguments());
            case Term.Gradient gradient -> "grad(" + gradient.function() + ", " + text(gradient.at()) + ")";
            case Term.Rate(Term of) -> (isOperator(of, Operator.TRANSPOSE) || isOperator(of, Operator.POWER) ? "(" + text(of) + ")"
                    : text(of, Place.POSTFIX, false)) + "'";
        };
    }

    private static String apply(Term.Apply apply, boolean tight) {
        List<Term> arguments = apply.arguments();
        return switch (apply.operator()) {
            case ADD -> sum(arguments, tight);
            case NEGATE -> "-" + negated(arguments.getFirst(), tight);
            case MULTIPLY -> product(arguments, tight);
            case DIVIDE -> quotient(arguments.get(0), arguments.get(1), tight);
            case POWER -> base(arguments.get(0), tight) + "^" + exponent(arguments.get(1));
            case TRANSPOSE -> base(arguments.getFirst(), tight) + "^T";
            case ENTRY -> base(arguments.getFirst(), tight) + indices(arguments.subList(1, arguments.size()));
            default -> Spelling.word(apply.operator()).orElseThrow() + arguments(arguments);
        };
    }

    private static String sum(List<Term> summands, boolean tight) {
        String plus = tight ? "+" : " + ";
        String minus = tight ? "-" : " - ";
        StringBuilder text = new StringBuilder(text(summands.getFirst(), Place.SIGNED, tight));
        for (Term summand : summands.subList(1, summands.size())) {
            if (summand instanceof Term.Number(Rational value) && value.signum() < 0) text.append(minus).append(value.negate());
            else if (isOperator(summand, Operator.NEGATE)) text.append(minus).append(negated(((Term.Apply) summand).argument(0),
                    tight));
            else text.append(plus).append(text(summand, Place.PRODUCT, tight));
        }
        return text.toString();
    }

    /** What follows a minus; a number there would be read as a negative number, which is another term. */
    private static String negated(Term term, boolean tight) {
        return term instanceof Term.Number ? "(" + text(term) + ")" : text(term, Place.PRODUCT, tight);
    }

    private static String product(List<Term> factors, boolean tight) {
        Term first = factors.getFirst();
        String start = isOperator(first, Operator.MULTIPLY) ? "(" + bare(first, tight) + ")" : text(first, Place.PRODUCT, tight);
        return start + factors.subList(1, factors.size()).stream().map(factor -> "*" + text(factor, Place.POSTFIX, tight))
                .collect(Collectors.joining());
    }

    private static String quotient(Term top, Term bottom, boolean tight) {
        // 1/2 is a number; the quotient of the numbers 1 and 2 is written 1/(2).
        boolean twoNumbers = top instanceof Term.Number(Rational value) && value.isInteger() && bottom instanceof Term.Number;
        return text(top, Place.PRODUCT, tight) + "/" + (twoNumbers ? "(" + text(bottom) + ")" : text(bottom, Place.POSTFIX, tight));
    }

    private static String base(Term term, boolean tight) {
        return isOperator(term, Operator.POWER) ? "(" + bare(term, tight) + ")" : text(term, Place.POSTFIX, tight);
    }

    private static String exponent(Term exponent) {
        boolean brief = exponent instanceof Term.Number(Rational value) && value.isInteger() && value.signum() >= 0
                || exponent instanceof Term.Symbol symbol && !symbol.name().equals("?") || exponent instanceof Term.Call;
        return brief ? text(exponent) : "(" + text(exponent) + ")";
    }

    private static String hole(Sort sort) {
        return switch (sort) {
            case Sort.Real() -> "?";
            case Sort.Matrix matrix -> "?" + shape(matrix);
            case Sort.Int() -> "?{" + text(sort) + "}";
            case Sort.Tensor tensor -> "?{" + text(tensor) + "}";
        };
    }

    /** {@code chain(W, hi, lo)} where reading it gives this very term. */
    private static Optional<String> plainChain(Term.Big big) {
        String index = big.range().index();
        if (big.operator() != BigOperator.CHAIN || !(big.body() instanceof Term.Symbol(String name, List<Term> at, Sort sort))
                || !at.equals(List.of(Term.index(index)))
                || !Calls.chainIndex(big.body(), index, big.range().low(), big.range().high()).equals(index)) return Optional.empty();
        return Optional.of("chain(" + name + ", " + tight(big.range().high()) + ", " + tight(big.range().low()) + ")");
    }

    private static boolean isOperator(Term term, Operator operator) {
        return term instanceof Term.Apply apply && apply.operator() == operator;
    }

    private static String indices(List<Term> indices) {
        return indices.stream().map(TermPrinter::tight).collect(Collectors.joining(",", "[", "]"));
    }

    private static String arguments(List<Term> arguments) {
        return arguments.stream().map(TermPrinter::text).collect(Collectors.joining(", ", "(", ")"));
    }

    static String text(Range range) {
        return range.index() + " in " + tight(range.low()) + ".." + range.upper().map(TermPrinter::tight).orElse("")
                + range.except().map(term -> " except " + tight(term)).orElse("");
    }

    static String text(Sort sort) {
        return switch (sort) {
            case Sort.Int() -> "int";
            case Sort.Real() -> "real";
            case Sort.Matrix matrix -> "real" + shape(matrix);
            case Sort.Tensor(Range modes, Term size) -> "tensor[" + tight(size) + " for " + text(modes) + "]";
        };
    }

    private static String shape(Sort.Matrix matrix) {
        return "[" + tight(matrix.rows()) + (matrix.columns().equals(Term.number(1)) ? "" : ", " + tight(matrix.columns())) + "]";
    }
}
