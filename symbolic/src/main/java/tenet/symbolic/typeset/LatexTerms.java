package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Terms in the notation of a paper, as LaTeX for math mode that needs {@code amsmath} alone: products by juxtaposition,
 * {@code W_{l+1}^{\top}}, {@code \dot{\sigma}}, {@code W_{L} \cdots W_{1}}, as few parentheses as the usual reading allows.
 */
public final class LatexTerms {
    private static final int LONGEST_EXPANDED_CHAIN = 3;

    private final boolean script;

    private LatexTerms(boolean script) {
        this.script = script;
    }

    /** The LaTeX of a term, without dollar signs. */
    public static String latex(Term term) {
        return new LatexTerms(false).piece(term).code();
    }

    /** A summand with its sign (none before a first one with a plus), and the term that is added or taken away. */
    record Summand(String code, Term term) {
    }

    static List<Summand> summands(Term term) {
        return new LatexTerms(false).signed(term);
    }

    /** The codes of the factors of a product, each from the second on with what joins it to the one before. */
    static List<String> joinedFactors(Term product) {
        return new LatexTerms(false).factorCodes(((Term.Apply) product).arguments());
    }

    /** How tightly a piece holds together, loosest first. */
    private enum Hold { SUM, PRODUCT, POWER, ATOM }

    /**
     * @param tall higher than a line of text, so that parentheses round it must grow
     * @param open reaches as far to the right as it can, as a sum sign or d/dt does
     */
    private record Piece(String code, Hold hold, boolean tall, boolean open) {
        static Piece atom(String code) {
            return new Piece(code, Hold.ATOM, false, false);
        }

        static Piece atom(String code, boolean tall) {
            return new Piece(code, Hold.ATOM, tall, false);
        }
    }

    private static final LatexTerms SCRIPT = new LatexTerms(true);

    private Piece piece(Term term) {
        return switch (term) {
            case Term.Number(Rational value) -> number(value);
            case Term.Symbol symbol -> symbol(symbol, "");
            case Term.Apply apply -> apply(apply);
            case Term.MatrixLiteral(List<List<Term>> rows) -> Piece.atom(rows.stream()
                    .map(row -> row.stream().map(entry -> piece(entry).code()).collect(Collectors.joining(" & ")))
                    .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}")), true);
            case Term.Big big -> big(big);
            case Term.Contract(Term tensor, Range range, Term body) -> delimited("\\langle ", " \\rangle",
                    List.of(piece(tensor), under("\\bigotimes", range, body, true)), ",\\, ");
            case Term.Call(String function, List<Term> arguments, Sort ignored) ->
                    applied(LatexNames.function(function).with(List.of()), arguments);
            case Term.Gradient(String function, Term at) -> applied("\\nabla " + LatexNames.function(function).with(List.of()), List.of(at));
            case Term.Rate(Term of) -> rate(of);
        };
    }

    private Piece number(Rational value) {
        if (value.signum() < 0) {
            Piece size = number(value.abs());
            return new Piece("-" + size.code(), Hold.SUM, size.tall(), false);
        }
        if (value.isInteger()) return Piece.atom(value.toString());
        return script ? new Piece(value.numerator() + "/" + value.denominator(), Hold.PRODUCT, false, false)
                : Piece.atom("\\tfrac{" + value.numerator() + "}{" + value.denominator() + "}");
    }

    private Piece symbol(Term.Symbol symbol, String accent) {
        return Piece.atom(LatexNames.symbol(symbol.name()).accented(accent, indices(symbol.indices())));
    }

    private static List<String> indices(List<Term> indices) {
        return indices.stream().map(index -> SCRIPT.piece(index).code().replace(" ", "")).toList();
    }

    private Piece apply(Term.Apply term) {
        List<Term> arguments = term.arguments();
        Term first = arguments.getFirst();
        return switch (term.operator()) {
            case ADD, NEGATE -> {
                List<String> parts = signed(term).stream().map(Summand::code).toList();
                yield new Piece(String.join(script ? "" : " ", parts), Hold.SUM, tall(arguments), true);
            }
            case MULTIPLY -> {
                List<String> codes = factorCodes(arguments);
                yield new Piece(String.join("", codes), codes.getFirst().startsWith("-") ? Hold.SUM : Hold.PRODUCT, tall(arguments), piece(arguments.getLast()).open());
            }
            case DIVIDE -> quotient(arguments.get(0), arguments.get(1));
            case POWER -> raised(first, superscript(arguments.get(1)));
            case TRANSPOSE -> raised(first, "\\top");
            case INVERSE -> raised(first, "-1");
            case TRACE -> applied("\\operatorname{tr}", arguments);
            case DETERMINANT -> first instanceof Term.MatrixLiteral ? Piece.atom("\\det " + piece(first).code(), true) : applied("\\det", arguments);
            case ADJUGATE -> applied("\\operatorname{adj}", arguments);
            case LOGARITHM -> applied("\\log", arguments);
            case EXPONENTIAL -> script || tall(arguments) ? applied("\\exp", arguments)
                    : new Piece("\\mathrm{e}^{" + superscript(first) + "}", Hold.POWER, false, false);
            case SQUARE_ROOT -> Piece.atom("\\sqrt{" + piece(first).code() + "}", piece(first).tall());
            case NORM -> {
                Piece norm = delimited("\\lVert ", " \\rVert", List.of(piece(first)), "");
                yield isWide(first.sort()) ? Piece.atom(norm.code() + "_{F}", norm.tall()) : norm;
            }
            case ABSOLUTE -> delimited("\\lvert ", " \\rvert", List.of(piece(first)), "");
            case INNER -> delimited("\\langle ", " \\rangle", arguments.stream().map(this::piece).toList(), ",\\, ");
            case MINIMUM -> delimited("\\min\\{", "\\}", arguments.stream().map(this::piece).toList(), ",\\, ");
            case MAXIMUM -> delimited("\\max\\{", "\\}", arguments.stream().map(this::piece).toList(), ",\\, ");
            case ENTRY -> {
                boolean tall = first instanceof Term.MatrixLiteral;
                String base = tall || first instanceof Term.Symbol(String name, List<Term> indices, Sort ignored) && indices.isEmpty()
                        && LatexNames.symbol(name).subscripts().isEmpty() ? piece(first).code() : parenthesised(piece(first));
                yield Piece.atom(base + "_{" + String.join(",", indices(arguments.subList(1, arguments.size()))) + "}", tall);
            }
            case IDENTITY -> Piece.atom("I_{" + SCRIPT.piece(first).code() + "}");
            case ZERO -> Piece.atom("0");
            case NUCLEAR_NORM -> indexedNorm(first, "*");
            case SPECTRAL_NORM -> indexedNorm(first, "2");
            case SCHATTEN -> indexedNorm(first, "S_{" + SCRIPT.piece(arguments.get(1)).code() + "}");
            case SINGULAR_VALUE -> applied("\\sigma_{" + SCRIPT.piece(arguments.get(1)).code() + "}", List.of(first));
            case EFFECTIVE_RANK -> applied("\\operatorname{erank}", arguments);
            case RANK_DISTANCE -> delimited("\\operatorname{dist}(", ")",
                    List.of(piece(first), Piece.atom("\\mathcal{M}_{" + SCRIPT.piece(arguments.get(1)).code() + "}")), ",\\, ");
            case RANK -> applied("\\operatorname{rank}", arguments);
        };
    }

    private Piece indexedNorm(Term term, String index) {
        Piece norm = delimited("\\lVert ", " \\rVert", List.of(piece(term)), "");
        return Piece.atom(norm.code() + "_{" + index + "}", norm.tall());
    }

    private static boolean isWide(Sort sort) {
        return sort instanceof Sort.Matrix(Term ignored, Term columns) && !columns.equals(Term.number(1));
    }

    private boolean tall(List<Term> terms) {
        return terms.stream().anyMatch(term -> piece(term).tall());
    }

    private static boolean minus(Piece piece) {
        return piece.code().startsWith("-");
    }

    // Sums.

    private List<Summand> signed(Term term) {
        List<Summand> parts = new ArrayList<>();
        collect(term, false, parts);
        return parts;
    }

    private void collect(Term term, boolean negative, List<Summand> parts) {
        if (term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == Operator.ADD && !negative) {
            for (Term argument : arguments) collect(argument, false, parts);
        } else if (term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == Operator.NEGATE && !negative) {
            collect(arguments.getFirst(), true, parts);
        } else {
            Piece piece = piece(term);
            boolean minus = negative;
            String code = piece.code();
            if (piece.hold() == Hold.SUM && (negative || !minus(piece))) code = parenthesised(piece);
            else if (minus(piece)) {
                minus = true;
                code = code.substring(1).strip();
            }
            String gap = script ? "" : " ";
            parts.add(new Summand(parts.isEmpty() ? (minus ? "-" : "") + code : (minus ? "-" : "+") + gap + code, term));
        }
    }

    // Products.

    /** The code of each factor, from the second on with what joins it to the one before. */
    private List<String> factorCodes(List<Term> factors) {
        List<String> codes = new ArrayList<>();
        Term before = null;
        String printed = "";
        for (int i = 0; i < factors.size(); i++) {
            Term factor = factors.get(i);
            Piece piece = piece(factor);
            boolean last = i == factors.size() - 1;
            boolean bare = piece.hold() != Hold.SUM && (last || !piece.open()) && !(script && fraction(factor))
                    || i == 0 && factor instanceof Term.Number && minus(piece);
            String code = bare ? piece.code() : parenthesised(piece);
            codes.add(i == 0 ? code : separator(before, printed, factor, code) + code);
            before = factor;
            printed = code;
        }
        return codes;
    }

    private static String separator(Term left, String leftCode, Term right, String rightCode) {
        boolean number = Character.isDigit(rightCode.charAt(0)) || right instanceof Term.Number;
        boolean mixed = left instanceof Term.Number && (rightCode.startsWith("\\frac") || rightCode.startsWith("\\tfrac"));
        if (number || mixed) return " \\cdot ";
        boolean spaced = left instanceof Term.Big || right instanceof Term.Big big && big.operator() != BigOperator.CHAIN
                || slope(left) || slope(right) || wordy(left) || wordy(right) || leftCode.endsWith("rVert") || leftCode.endsWith("rvert") || leftCode.endsWith("\\rangle")
                || rightCode.startsWith("\\lVert") || rightCode.startsWith("\\lvert") || rightCode.startsWith("\\langle")
                || leftCode.startsWith("\\frac") && rightCode.startsWith("\\frac");
        boolean afterChain = left instanceof Term.Big big && big.operator() == BigOperator.CHAIN && !wordy(right) && !slope(right);
        return spaced && !afterChain ? " \\, " : " ";
    }

    /** A gradient or a call, whose arguments should not run into the next factor. */
    private static boolean slope(Term term) {
        return switch (term) {
            case Term.Gradient ignored -> true;
            case Term.Call ignored -> true;
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored)
                    when operator == Operator.TRANSPOSE || operator == Operator.POWER -> slope(arguments.getFirst());
            default -> false;
        };
    }

    private static boolean wordy(Term term) {
        return switch (term) {
            case Term.Symbol symbol -> !LatexNames.symbol(symbol.name()).letter();
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored)
                    when operator == Operator.TRANSPOSE || operator == Operator.POWER -> wordy(arguments.getFirst());
            default -> false;
        };
    }

    private Piece quotient(Term top, Term bottom) {
        if (script) return slashed(top, bottom);
        String above = piece(top).code();
        String below = piece(bottom).code();
        boolean sum = top instanceof Term.Apply(Operator operator, var arguments, var sort) && operator == Operator.ADD;
        // -a/b is read as -(a/b), which is the same number.
        return above.startsWith("-") && !sum
                ? new Piece("-\\frac{" + above.substring(1) + "}{" + below + "}", Hold.SUM, true, false)
                : Piece.atom("\\frac{" + above + "}{" + below + "}", true);
    }

    /** On the line, as small print is read more easily: {@code (L-l)/L}. */
    private Piece slashed(Term top, Term bottom) {
        Piece above = piece(top);
        Piece below = piece(bottom);
        boolean minus = minus(above) && top instanceof Term.Apply(Operator operator, var arguments, var sort) && operator != Operator.ADD
                || minus(above) && top instanceof Term.Number;
        String numerator = (above.hold() != Hold.SUM || minus) && !fraction(top) ? above.code() : parenthesised(above);
        String denominator = below.hold() == Hold.ATOM || below.hold() == Hold.POWER ? below.code() : parenthesised(below);
        return new Piece(numerator + "/" + denominator, minus ? Hold.SUM : Hold.PRODUCT, false, false);
    }

    private static boolean fraction(Term term) {
        return term instanceof Term.Number(Rational value) && !value.isInteger()
                || term instanceof Term.Apply(Operator operator, var arguments, var sort) && operator == Operator.DIVIDE;
    }

    private static String superscript(Term exponent) {
        return SCRIPT.piece(exponent).code();
    }

    private Piece raised(Term base, String superscript) {
        Piece piece = piece(base);
        boolean bare = piece.hold() == Hold.ATOM && !fraction(base);
        return new Piece((bare ? piece.code() : parenthesised(piece)) + "^{" + superscript + "}", Hold.POWER, piece.tall(), false);
    }

    // Delimiters.

    private String parenthesised(Piece piece) {
        return piece.tall() ? "\\left(" + piece.code() + "\\right)" : "(" + piece.code() + ")";
    }

    private Piece applied(String function, List<Term> arguments) {
        List<Piece> pieces = arguments.stream().map(this::piece).toList();
        return delimited(function + "(", ")", pieces, ",\\, ");
    }

    /** The pieces between delimiters that grow when one of the pieces is tall. */
    private static Piece delimited(String open, String close, List<Piece> pieces, String separator) {
        String inside = pieces.stream().map(Piece::code).collect(Collectors.joining(separator));
        boolean tall = pieces.stream().anyMatch(Piece::tall);
        if (!tall) return Piece.atom(open + inside + close);
        int delimiter = open.endsWith("(") ? open.length() - 1 : open.endsWith("\\{") ? open.length() - 2 : 0;
        return Piece.atom(open.substring(0, delimiter) + "\\left" + open.substring(delimiter) + inside + "\\right" + close.strip(), true);
    }

    // Time derivatives.

    private Piece rate(Term of) {
        return switch (of) {
            case Term.Symbol symbol when LatexNames.symbol(symbol.name()).letter() -> symbol(symbol, "\\dot");
            case Term.Rate(Term.Symbol symbol) when LatexNames.symbol(symbol.name()).letter() -> symbol(symbol, "\\ddot");
            default -> {
                Piece piece = piece(of);
                boolean transposed = of instanceof Term.Apply(var operator, var arguments, var sort) && operator == Operator.TRANSPOSE;
                boolean bare = !piece.open() && (piece.hold() == Hold.ATOM || piece.hold() == Hold.POWER && !transposed);
                String body = bare ? piece.code() : piece.tall() ? parenthesised(piece) : "\\bigl(" + piece.code() + "\\bigr)";
                yield new Piece("\\frac{d}{dt} " + body, Hold.PRODUCT, true, true);
            }
        };
    }

    // Big operators.

    private Piece big(Term.Big big) {
        return switch (big.operator()) {
            case SUM -> under("\\sum", big.range(), big.body(), false);
            case PRODUCT -> under("\\prod", big.range(), big.body(), true);
            case OUTER -> under("\\bigotimes", big.range(), big.body(), true);
            case CHAIN -> chain(big.range(), big.body());
        };
    }

    /** A sign with its range and the body; the factors of a product sign need brackets unless they are one. */
    private Piece under(String sign, Range range, Term body, boolean factors) {
        Piece piece = piece(body);
        boolean bare = piece.hold() == Hold.ATOM || piece.hold() == Hold.POWER || piece.hold() == Hold.PRODUCT && !factors;
        String limits = index(range) + "^{" + range.upper().map(SCRIPT::piece).map(Piece::code).orElse("\\infty") + "}";
        return new Piece(sign + limits + " " + (bare ? piece.code() : parenthesised(piece)), Hold.PRODUCT, !script, true);
    }

    private static String index(Range range) {
        String from = LatexNames.symbol(range.index()).with(List.of()) + "=" + SCRIPT.piece(range.low()).code();
        return range.except().map(point -> "_{\\substack{" + from + " \\\\ " + LatexNames.symbol(range.index()).with(List.of())
                + " \\ne " + SCRIPT.piece(point).code() + "}}").orElse("_{" + from + "}");
    }

    private Piece chain(Range range, Term body) {
        Optional<Rational> steps = IndexPolynomial.of(range.high()).minus(IndexPolynomial.of(range.low())).asConstant();
        List<String> factors = new ArrayList<>();
        if (steps.isPresent() && steps.get().signum() >= 0 && steps.get().compareTo(Rational.of(LONGEST_EXPANDED_CHAIN)) < 0) {
            for (long i = steps.get().numerator().longValue(); i >= 0; i--) factors.add(factor(range, body, Term.add(range.low(), Term.number(i))));
        } else {
            factors.add(factor(range, body, range.high()));
            factors.add("\\cdots");
            factors.add(factor(range, body, range.low()));
        }
        return new Piece(String.join(" ", factors), factors.size() == 1 ? piece(body).hold() : Hold.PRODUCT, piece(body).tall(), false);
    }

    private String factor(Range range, Term body, Term at) {
        Piece piece = piece(Substitution.of(range.index(), at).apply(body));
        return piece.hold() == Hold.SUM || piece.open() || body instanceof Term.Apply(var operator, var arguments, var sort) && operator == Operator.MULTIPLY
                ? parenthesised(piece) : piece.code();
    }
}
