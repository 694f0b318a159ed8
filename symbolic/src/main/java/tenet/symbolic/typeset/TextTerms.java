package tenet.symbolic.typeset;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/** Terms as one line of text in the spelling of {@code .tenet} files, with {@code ᵀ} and {@code ·} and as few parentheses as that allows. */
public final class TextTerms {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    private TextTerms() {
    }

    public static String text(Term term) {
        return switch (term) {
            case Term.Number(Rational value) -> value.toString();
            case Term.Symbol symbol -> symbol.name() + indices(symbol.indices());
            case Term.Apply apply -> apply(apply);
            case Term.MatrixLiteral(List<List<Term>> rows) -> rows.stream().map(row -> "[" + listed(row) + "]").collect(Collectors.joining(", ", "[", "]"));
            case Term.Big big -> big(big);
            case Term.Contract(Term tensor, Range range, Term body) -> "contract(" + text(tensor) + ", " + range(range) + ", " + text(body) + ")";
            case Term.Call(String function, List<Term> arguments, var ignored) -> function + "(" + listed(arguments) + ")";
            case Term.Gradient(String function, Term at) -> "grad(" + function + ", " + text(at) + ")";
            case Term.Rate(Term of) -> at(of, ATOM) + "'";
        };
    }

    /** The summands at top level, each from the second on with its sign: the places where a line may break. */
    static List<String> summands(Term term) {
        if (!(term instanceof Term.Apply(Operator operator, List<Term> arguments, var ignored)) || operator != Operator.ADD) return List.of(text(term));
        List<String> parts = new java.util.ArrayList<>();
        for (Term argument : arguments) {
            boolean nested = argument instanceof Term.Apply(Operator inner, var a, var s) && inner == Operator.ADD;
            String code = nested ? "(" + text(argument) + ")" : text(argument);
            if (parts.isEmpty()) parts.add(code);
            else parts.add(code.startsWith("-") ? "- " + code.substring(1) : "+ " + code);
        }
        return parts;
    }

    static String range(Range range) {
        return range.index() + " in " + text(range.low()) + ".." + range.upper().map(TextTerms::text).orElse("")
                + range.except().map(point -> " except " + text(point)).orElse("");
    }

    private static String indices(List<Term> indices) {
        return indices.isEmpty() ? "" : "[" + indices.stream().map(index -> text(index).replace(" ", "")).collect(Collectors.joining(",")) + "]";
    }

    private static String listed(List<Term> terms) {
        return terms.stream().map(TextTerms::text).collect(Collectors.joining(", "));
    }

    private static int level(Term term) {
        return switch (term) {
            case Term.Number(Rational value) -> value.signum() < 0 ? SUM : value.isInteger() ? ATOM : PRODUCT;
            case Term.Apply apply -> switch (apply.operator()) {
                case ADD, NEGATE -> SUM;
                case MULTIPLY, DIVIDE -> text(apply).startsWith("-") ? SUM : PRODUCT;
                case POWER -> POWER;
                default -> ATOM;
            };
            default -> ATOM;
        };
    }

    private static String at(Term term, int least) {
        return level(term) >= least ? text(term) : "(" + text(term) + ")";
    }

    private static String apply(Term.Apply term) {
        List<Term> arguments = term.arguments();
        Term first = arguments.getFirst();
        return switch (term.operator()) {
            case ADD -> String.join(" ", summands(term));
            case NEGATE -> "-" + at(first, PRODUCT);
            case MULTIPLY -> product(arguments);
            case DIVIDE -> at(first, PRODUCT) + "/" + at(arguments.get(1), POWER);
            case POWER -> at(first, ATOM) + "^" + (arguments.get(1) instanceof Term.Apply ? "(" + text(arguments.get(1)) + ")" : at(arguments.get(1), ATOM));
            case TRANSPOSE -> at(first, ATOM) + "ᵀ";
            case INNER -> "<" + listed(arguments) + ">";
            case ENTRY -> at(first, ATOM) + indices(arguments.subList(1, arguments.size()));
            case INVERSE -> call("inv", arguments);
            case TRACE -> call("tr", arguments);
            case DETERMINANT -> call("det", arguments);
            case ADJUGATE -> call("adj", arguments);
            case ABSOLUTE -> call("abs", arguments);
            case SQUARE_ROOT -> call("sqrt", arguments);
            case EXPONENTIAL -> call("exp", arguments);
            case LOGARITHM -> call("log", arguments);
            case MINIMUM -> call("min", arguments);
            case MAXIMUM -> call("max", arguments);
            case NUCLEAR_NORM -> call("nuclear", arguments);
            case SPECTRAL_NORM -> call("spectral", arguments);
            case SCHATTEN -> call("schatten", arguments);
            case SINGULAR_VALUE -> call("sv", arguments);
            case EFFECTIVE_RANK -> call("erank", arguments);
            case RANK_DISTANCE -> call("dist_rank", arguments);
            case RANK -> call("rank", arguments);
            case ZERO -> "0";
            case NORM, IDENTITY -> call(term.operator().name().toLowerCase(Locale.ROOT), arguments);
        };
    }

    private static String product(List<Term> factors) {
        StringBuilder out = new StringBuilder();
        for (Term factor : factors) {
            boolean head = out.isEmpty();
            boolean bare = head && factor instanceof Term.Number;
            String code = bare ? text(factor) : at(factor, head ? PRODUCT : POWER);
            out.append(head ? "" : "·").append(code);
        }
        return out.toString();
    }

    private static String call(String function, List<Term> arguments) {
        return function + "(" + listed(arguments) + ")";
    }

    private static String big(Term.Big big) {
        if (big.operator() == BigOperator.CHAIN && big.body() instanceof Term.Symbol(String name, List<Term> indices, var sort)
                && indices.equals(List.of(Term.index(big.range().index()))) && !name.equals(big.range().index()))
            return "chain(" + name + ", " + text(big.range().high()) + ", " + text(big.range().low()) + ")";
        String word = switch (big.operator()) {
            case SUM -> "sum";
            case PRODUCT -> "prod";
            case CHAIN -> "chain";
            case OUTER -> "outer";
        };
        return word + "(" + range(big.range()) + ", " + text(big.body()) + ")";
    }
}
