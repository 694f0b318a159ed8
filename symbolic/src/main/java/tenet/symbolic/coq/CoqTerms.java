package tenet.symbolic.coq;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.symbolic.coq.NotExportable.Missing;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Terms and formulas in the notions of the prelude. Integers are of type Z, numbers of type R, matrices are functions of
 * two indices. What moves is a function of time, written at the time {@code t}.
 */
final class CoqTerms {
    /** How a declared name is written. */
    interface Declared {
        /** The name with what stands before its indices, such as {@code W t}. @throws Missing when it has no translation */
        String head(String name);
    }

    private final CoqNames names;
    private final Declared declared;

    CoqTerms(CoqNames names, Declared declared) {
        this.names = names;
        this.declared = declared;
    }

    // Terms.

    String integer(Term term) {
        return switch (term) {
            case Term.Number(Rational value) when value.isInteger() -> value.signum() < 0 ? "(" + value + ")" : value.toString();
            case Term.Symbol symbol -> symbol(symbol);
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) -> switch (operator) {
                case ADD -> "(" + sum(arguments.stream().map(this::signed).toList()) + ")";
                case NEGATE -> "(- " + integer(arguments.getFirst()) + ")";
                case MULTIPLY -> "(" + arguments.stream().map(this::integer).collect(Collectors.joining(" * ")) + ")";
                case POWER -> "(" + integer(arguments.get(0)) + " ^ " + integer(arguments.get(1)) + ")";
                default -> throw new Missing("the integer " + term + " has no translation");
            };
            default -> throw new Missing("the integer " + term + " has no translation");
        };
    }

    private record Signed(boolean minus, String text) {
    }

    private Signed signed(Term term) {
        if (term instanceof Term.Number(Rational value) && value.signum() < 0) return new Signed(true, value.negate().toString());
        if (term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == Operator.NEGATE)
            return new Signed(true, integer(arguments.getFirst()));
        return new Signed(false, integer(term));
    }

    private static String sum(List<Signed> parts) {
        StringBuilder text = new StringBuilder();
        for (Signed part : parts) {
            if (text.isEmpty()) text.append(part.minus() ? "- " : "").append(part.text());
            else text.append(part.minus() ? " - " : " + ").append(part.text());
        }
        return text.toString();
    }

    /** An integer where Coq reads numbers or nothing in particular. */
    String index(Term term) {
        String text = integer(term);
        return text.matches("[A-Za-z_][A-Za-z_0-9']*") ? text : text.startsWith("(") ? text + "%Z" : "(" + text + ")%Z";
    }

    String number(Term term) {
        if (!term.sort().isScalar()) throw new Missing(term + " is not a number");
        return switch (term) {
            case Term.Number(Rational value) -> rational(value);
            case Term.Symbol symbol -> symbol.sort() instanceof Sort.Int ? "(IZR " + symbol(symbol) + ")" : symbol(symbol);
            case Term.Apply apply -> apply(apply);
            case Term.Big big -> switch (big.operator()) {
                case SUM -> "(sum " + range(big.range()) + " " + body(big.range(), "0", number(big.body())) + ")";
                case PRODUCT -> "(prod " + range(big.range()) + " " + body(big.range(), "1", number(big.body())) + ")";
                case CHAIN, OUTER -> throw new Missing("a chain of numbers has no translation");
            };
            case Term.Call(String function, List<Term> arguments, Sort ignored) -> "(" + declared.head(function)
                    + arguments.stream().map(argument -> " " + any(argument)).collect(Collectors.joining()) + ")";
            case Term.Gradient gradient -> throw new Missing("the derivative of a function of a number has no translation");
            case Term.Rate(Term of) -> "(Derive (fun t => " + number(of) + ") t)";
            case Term.MatrixLiteral ignored -> throw new Missing("not a number");
            case Term.Contract ignored -> throw new Missing("tensors have no translation");
        };
    }

    private static String rational(Rational value) {
        if (value.signum() < 0) return "(- " + rational(value.negate()) + ")";
        return value.isInteger() ? value.toString() : "(" + value.numerator() + " / " + value.denominator() + ")";
    }

    String matrix(Term term) {
        return switch (term) {
            case Term.Symbol symbol -> symbol(symbol);
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) -> switch (operator) {
                case ADD -> arguments.stream().map(this::matrix).reduce((a, b) -> "(madd " + a + " " + b + ")").orElseThrow();
                case NEGATE -> "(mopp " + matrix(arguments.getFirst()) + ")";
                case MULTIPLY -> product(arguments).text();
                case DIVIDE -> "(mscal (/ " + number(arguments.get(1)) + ") " + matrix(arguments.get(0)) + ")";
                case POWER -> power(arguments.get(0), arguments.get(1));
                case TRANSPOSE -> "(mtr " + matrix(arguments.getFirst()) + ")";
                case ADJUGATE -> twoByTwo("adj2", arguments.getFirst());
                case IDENTITY -> "(ident " + index(arguments.getFirst()) + ")";
                case ZERO -> "mzero";
                default -> throw new Missing("the operator " + operator.name().toLowerCase(java.util.Locale.ROOT) + " has no translation");
            };
            case Term.MatrixLiteral(List<List<Term>> rows) -> {
                if (rows.size() != 2 || rows.getFirst().size() != 2) throw new Missing("a matrix written out must be 2 x 2");
                yield "(mat2 " + rows.stream().flatMap(List::stream).map(this::number).collect(Collectors.joining(" ")) + ")";
            }
            case Term.Big big -> switch (big.operator()) {
                case SUM -> {
                    if (big.range().except().isPresent()) throw new Missing("a sum of matrices with an exception has no translation");
                    yield "(msum " + range(big.range()) + " (fun " + names.of(big.range().index()) + " => " + matrix(big.body()) + "))";
                }
                case CHAIN -> chain(big);
                case PRODUCT, OUTER -> throw new Missing("tensors have no translation");
            };
            case Term.Gradient(String function, Term at) -> "(" + declared.head("grad " + function) + " " + matrix(at) + ")";
            case Term.Rate(Term of) -> "(D (fun t => " + matrix(of) + ") t)";
            case Term.Call ignored -> throw new Missing("a function with matrices for values has no translation");
            case Term.Contract ignored -> throw new Missing("tensors have no translation");
            case Term.Number ignored -> throw new Missing("not a matrix");
        };
    }

    String any(Term term) {
        return term.sort() instanceof Sort.Int ? index(term) : term.sort().isScalar() ? number(term) : matrix(term);
    }

    private String symbol(Term.Symbol symbol) {
        String head = declared.head(symbol.name());
        String indices = symbol.indices().stream().map(index -> " " + index(index)).collect(Collectors.joining());
        return indices.isEmpty() && !head.contains(" ") ? head : "(" + head + indices + ")";
    }

    private String chain(Term.Big big) {
        if (!(big.body().sort() instanceof Sort.Matrix(Term rows, Term columns))) throw new Missing("a chain of numbers has no translation");
        String index = names.of(big.range().index());
        String factors = big.body() instanceof Term.Symbol symbol && symbol.indices().equals(List.of(Term.index(big.range().index())))
                ? matrix(new Term.Symbol(symbol.name(), List.of(), symbol.sort()))
                : "(fun " + index + " => " + matrix(big.body()) + ")";
        // The order of the paper: from the last factor to the first.
        return "(chain (fun " + index + " => " + index(columns) + ") " + factors + " " + index(big.range().high()) + " " + index(big.range().low()) + ")";
    }

    private String range(Range range) {
        return index(range.low()) + " " + index(range.high());
    }

    private String body(Range range, String neutral, String body) {
        String function = "(fun " + names.of(range.index()) + " => " + body + ")";
        return range.except().isPresent() ? "(but " + index(range.except().get()) + " " + neutral + " " + function + ")" : function;
    }

    private record Factor(boolean matrix, Sort sort, String text) {
    }

    /** Left to right, as sorts are computed: a 1 x 1 product is a number. */
    private Factor product(List<Term> factors) {
        Factor at = null;
        for (Term term : factors) {
            Factor next = new Factor(!term.sort().isScalar(), term.sort(), term.sort().isScalar() ? number(term) : matrix(term));
            if (at == null) at = next;
            else if (!at.matrix() && !next.matrix()) at = new Factor(false, Sort.REAL, "(" + at.text() + " * " + next.text() + ")");
            else if (!at.matrix()) at = new Factor(true, next.sort(), "(mscal " + at.text() + " " + next.text() + ")");
            else if (!next.matrix()) at = new Factor(true, at.sort(), "(mscal " + next.text() + " " + at.text() + ")");
            else {
                Sort sort = Sort.matrix(((Sort.Matrix) at.sort()).rows(), ((Sort.Matrix) next.sort()).columns());
                String text = "(mmul " + at.text() + " " + next.text() + ")";
                at = sort.isScalar() ? new Factor(false, Sort.REAL, "(" + text.substring(1, text.length() - 1) + " 1%Z 1%Z)")
                        : new Factor(true, sort, text);
            }
        }
        return at;
    }

    private String apply(Term.Apply apply) {
        List<Term> arguments = apply.arguments();
        Term first = arguments.getFirst();
        return switch (apply.operator()) {
            case ADD -> "(" + arguments.stream().map(this::number).collect(Collectors.joining(" + ")) + ")";
            case NEGATE -> "(- " + number(first) + ")";
            case MULTIPLY -> product(arguments).text();
            case DIVIDE -> "(" + number(first) + " / " + number(arguments.get(1)) + ")";
            case POWER -> numberPower(first, arguments.get(1));
            case TRANSPOSE -> number(first);
            case TRACE -> first.sort().isScalar() ? number(first) : "(trace " + matrix(first) + ")";
            case DETERMINANT -> first.sort().isScalar() ? number(first) : twoByTwo("det2", first);
            case NORM -> first.sort().isScalar() ? "(Rabs " + number(first) + ")" : tensorless(first, "(norm " + matrix(first) + ")");
            case INNER -> first.sort().isScalar() ? "(" + number(first) + " * " + number(arguments.get(1)) + ")"
                    : "(inner " + matrix(first) + " " + matrix(arguments.get(1)) + ")";
            case ENTRY -> "(" + matrix(first) + " " + index(arguments.get(1)) + " " + (arguments.size() > 2 ? index(arguments.get(2)) : "1%Z") + ")";
            case ABSOLUTE -> "(Rabs " + number(first) + ")";
            case SQUARE_ROOT -> "(sqrt " + number(first) + ")";
            case EXPONENTIAL -> "(exp " + number(first) + ")";
            case LOGARITHM -> "(ln " + number(first) + ")";
            case MINIMUM -> arguments.stream().map(this::number).reduce((a, b) -> "(Rmin " + a + " " + b + ")").orElseThrow();
            case MAXIMUM -> arguments.stream().map(this::number).reduce((a, b) -> "(Rmax " + a + " " + b + ")").orElseThrow();
            default -> throw new Missing("the operator "
                    + apply.operator().name().toLowerCase(java.util.Locale.ROOT) + " of a number has no translation");
        };
    }

    private static String tensorless(Term term, String text) {
        if (term.sort() instanceof Sort.Tensor) throw new Missing("tensors have no translation");
        return text;
    }

    private String numberPower(Term base, Term exponent) {
        if (exponent instanceof Term.Number(Rational value) && value.isInteger()) {
            if (value.signum() >= 0) return "(" + number(base) + " ^ " + value + ")";
            String inverse = value.equals(Rational.MINUS_ONE) ? number(base) : "(" + number(base) + " ^ " + value.negate() + ")";
            return "(/ " + inverse + ")";
        }
        throw new Missing("the power " + new Term.Apply(Operator.POWER, List.of(base, exponent), Sort.REAL)
                + " of a number with a symbolic or fractional exponent has no translation");
    }

    private String power(Term base, Term exponent) {
        Sort.Matrix shape = (Sort.Matrix) base.sort();
        return exponent.sort() instanceof Sort.Int ? "(mpow " + index(shape.rows()) + " " + matrix(base) + " " + index(exponent) + ")"
                : "(" + declared.head("psd power") + " " + index(shape.rows()) + " " + matrix(base) + " " + number(exponent) + ")";
    }

    private String twoByTwo(String name, Term term) {
        if (!(term.sort() instanceof Sort.Matrix(Term rows, Term columns)) || !rows.equals(Term.number(2)))
            throw new Missing("determinants and adjugates are translated for 2 x 2 matrices only");
        return "(" + name + " " + matrix(term) + ")";
    }

    // Formulas.

    String formula(Formula formula) {
        return switch (formula) {
            case Formula.Relation relation -> relation(relation);
            case Formula.And(List<Formula> parts) -> parts.isEmpty() ? "True"
                    : parts.stream().map(part -> "(" + formula(part) + ")").collect(Collectors.joining(" /\\ "));
            case Formula.ForAll(Range range, Formula body) -> quantified(range) + formula(body);
            case Formula.ForEvery(String name, Sort sort, Formula body) -> switch (sort) {
                case Sort.Int() -> "forall " + names.of(name) + " : Z, " + formula(body);
                case Sort.Real() -> "forall " + names.of(name) + " : R, " + formula(body);
                case Sort.Matrix shape -> "forall " + names.of(name) + " : mat, " + shape(shape, names.of(name)) + " -> " + formula(body);
                case Sort.Tensor ignored -> throw new Missing("tensors have no translation");
            };
            case Formula.Initially ignored -> throw new Missing("a statement about the start inside another has no translation");
        };
    }

    String shape(Sort.Matrix shape, String name) {
        return "shape " + index(shape.rows()) + " " + index(shape.columns()) + " " + name;
    }

    /** {@code forall l : Z, (1 <= l <= L)%Z -> }. */
    String quantified(Range range) {
        return "forall " + names.of(range.index()) + " : Z, " + inRange(range) + " -> "
                + range.except().map(out -> "(" + names.of(range.index()) + " <> " + integer(out) + ")%Z -> ").orElse("");
    }

    String inRange(Range range) {
        String index = names.of(range.index());
        Optional<String> high = range.upper().map(this::integer);
        return "(" + integer(range.low()) + " <= " + index + high.map(text -> " <= " + text).orElse("") + ")%Z";
    }

    private String relation(Formula.Relation relation) {
        Term left = relation.left();
        Term right = relation.right();
        if (left.sort() instanceof Sort.Int && right.sort() instanceof Sort.Int && !(left instanceof Term.Rate) && !(right instanceof Term.Rate))
            return "(" + integer(left) + " " + sign(relation.comparison()) + " " + integer(right) + ")%Z";
        if (left.sort() instanceof Sort.Tensor) throw new Missing("tensors have no translation");
        // One side may be an integer: both are numbers then.
        return left.sort().isScalar() ? number(left) + " " + sign(relation.comparison()) + " " + number(right)
                : matrix(left) + " " + sign(relation.comparison()) + " " + matrix(right);
    }

    static String sign(Comparison comparison) {
        return comparison == Comparison.UNEQUAL ? "<>" : comparison.sign();
    }
}
