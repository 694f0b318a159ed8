package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.syntax.grammar.TenetParser.*;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Text to typed terms. What cannot be read is reported at the smallest piece of source that shows it, all pieces of a
 * term are looked at, and then the term is {@link Abandoned}.
 */
final class Terms {
    /** How many operators may be stacked in one term, brackets apart. */
    private static final int TALLEST = 400;

    final Problems problems;
    final Shapes shapes;
    private final Calls calls;
    /** Indices that were bound earlier in this text: using one later is worth a word of its own. */
    private final Set<String> retired = new HashSet<>();
    private int height;

    Terms(Problems problems) {
        this.problems = problems;
        this.shapes = new Shapes(this);
        this.calls = new Calls(this);
    }

    Term term(TermContext context, Scope scope) {
        List<SignedContext> places = context.signed();
        List<Term> parts = all(places, part -> signed(part, scope));
        if (parts.size() == 1) return parts.getFirst();
        Optional<Sort> matrix = parts.stream().map(Term::sort).filter(sort -> sort instanceof Sort.Matrix).findFirst();
        List<Term> summands = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            SignedContext part = places.get(i);
            Term summand = matrix.isPresent() && isZero(part) ? Term.zero(matrix.get()) : parts.get(i);
            boolean minus = i > 0 && context.op.get(i - 1).getText().charAt(0) != '+';
            summands.add(minus ? negated(part, summand, isLiteral(part.product()) && part.MINUS().isEmpty()) : summand);
        }
        return run(Operator.ADD, summands, places);
    }

    /** All of the pieces, or none: every wrong piece is reported. */
    <C, T> List<T> all(List<C> contexts, java.util.function.Function<C, T> read) {
        List<T> done = new ArrayList<>();
        boolean complete = true;
        for (C context : contexts)
            try {
                done.add(read.apply(context));
            } catch (Abandoned reported) {
                complete = false;
            }
        if (!complete) throw new Abandoned();
        return done;
    }

    private Term signed(SignedContext context, Scope scope) {
        Term term = taller(context, context.MINUS().size(), () -> product(context.product(), scope));
        boolean literal = isLiteral(context.product());
        for (int i = 0; i < context.MINUS().size(); i++) term = negated(context, term, literal);
        return term;
    }

    private Term negated(ParserRuleContext where, Term term, boolean literal) {
        return literal ? Term.negate(term) : problems.typed(where, () -> Term.apply(Operator.NEGATE, term));
    }

    private Term product(ProductContext context, Scope scope) {
        int divisions = (int) context.op.stream().filter(Terms::divides).count();
        return taller(context, divisions, () -> {
            List<ParserRuleContext> places = new ArrayList<>(List.of(context.postfix()));
            places.addAll(context.factor());
            List<Term> factors = all(places, place -> place instanceof FactorContext factor ? factor(factor, scope)
                    : postfix((PostfixContext) place, scope));
            List<Term> run = new ArrayList<>(List.of(factors.getFirst()));
            List<ParserRuleContext> runPlaces = new ArrayList<>(List.of(places.getFirst()));
            for (int i = 1; i < factors.size(); i++) {
                Term next = factors.get(i);
                if (!divides(context.op.get(i - 1))) {
                    run.add(next);
                    runPlaces.add(places.get(i));
                    continue;
                }
                Term top = run(Operator.MULTIPLY, run, runPlaces);
                Term quotient = i == 1 && isFraction(context) ? fraction(places.get(1), top, next)
                        : problems.typed(places.get(i), () -> Term.divide(top, next));
                run = new ArrayList<>(List.of(quotient));
                runPlaces = new ArrayList<>(List.of(context));
            }
            return run(Operator.MULTIPLY, run, runPlaces);
        });
    }

    private static boolean divides(Token operator) {
        return operator.getText().equals("/");
    }

    /** {@code 1/2} is a number, not a quotient. */
    private Term fraction(ParserRuleContext where, Term top, Term bottom) {
        return problems.typed(where, () -> Term.number(((Term.Number) top).value().divide(((Term.Number) bottom).value())));
    }

    /** Joins terms by one operator; one that does not fit those before it is reported at its own place. */
    private Term run(Operator operator, List<Term> terms, List<? extends ParserRuleContext> places) {
        if (terms.size() == 1) return terms.getFirst();
        try {
            return Term.apply(operator, terms);
        } catch (IllTyped mistake) {
            int wrong = 1;
            while (wrong < terms.size() - 1 && fits(operator, terms.subList(0, wrong + 1))) wrong++;
            Sort before = wrong == 1 ? terms.getFirst().sort() : operator.resultSort(terms.subList(0, wrong));
            Term term = terms.get(wrong);
            String message = mistake.getMessage();
            if (before instanceof Sort.Matrix(Term rows, Term columns) && term.sort() instanceof Sort.Matrix(Term inner,
                    Term ignored) && operator == Operator.MULTIPLY)
                message = "cannot multiply a " + Printer.print(before) + " by " + Printer.print(term) + ", a "
                        + Printer.print(term.sort())
                        + ": the inner sizes " + TermPrinter.tight(columns) + " and " + TermPrinter.tight(inner) + " differ";
            else if (operator == Operator.ADD && !Sort.fits(before, term.sort()) && !Sort.fits(term.sort(), before))
                message = "cannot add " + Printer.print(term) + ", a " + Printer.print(term.sort()) + ", to a "
                        + Printer.print(before);
            throw problems.error("shape", places.get(wrong), message);
        }
    }

    private static boolean fits(Operator operator, List<Term> terms) {
        try {
            operator.resultSort(terms);
            return true;
        } catch (IllTyped mistake) {
            return false;
        }
    }

    private Term factor(FactorContext context, Scope scope) {
        Term term = taller(context, context.MINUS().size(), () -> postfix(context.postfix(), scope));
        for (int i = 0; i < context.MINUS().size(); i++) term = negated(context, term, isLiteral(context.postfix()));
        return term;
    }

    private Term postfix(PostfixContext context, Scope scope) {
        return taller(context, context.suffix().size(), () -> {
            boolean named = context.primary() instanceof NamedContext name && name.arguments() == null;
            int first = named && isFamily((NamedContext) context.primary(), scope) ? 1 : 0;
            Term term = named ? symbol((NamedContext) context.primary(), context.suffix(), scope) : primary(context.primary(), scope);
            for (int i = first; i < context.suffix().size(); i++) {
                SuffixContext suffix = context.suffix(i);
                if (suffix.exponent() != null && i > 0 && context.suffix(i - 1).exponent() != null)
                    throw problems.error("syntax", suffix, "a power of a power needs brackets: (a^b)^c or a^(b^c)");
                term = suffixed(context, suffix, term, scope);
            }
            return term;
        });
    }

    private Term suffixed(PostfixContext whole, SuffixContext suffix, Term base, Scope scope) {
        if (suffix.exponent() != null) {
            Term exponent = exponent(suffix.exponent(), scope);
            return problems.typed(whole, () -> Term.power(base, exponent));
        }
        if (suffix.PRIME() != null) return new Term.Rate(base);
        if (suffix.TRANSPOSE() != null) return problems.typed(whole, () -> Term.transpose(base));
        List<Term> arguments = new ArrayList<>(List.of(base));
        arguments.addAll(all(suffix.term(), index -> term(index, scope)));
        return problems.typed(suffix, () -> Term.apply(Operator.ENTRY, arguments));
    }

    private Term exponent(ExponentContext context, Scope scope) {
        Term exponent;
        if (context.NUMBER() != null) exponent = number(context, context.NUMBER().getText());
        else if (context.formula() != null) exponent = shapes.formulas.term(context.formula(), scope);
        else if (context.arguments() != null) exponent = calls.call(context, context.name(), context.arguments(), scope);
        else exponent = symbol(context, context.name(), Optional.ofNullable(context.term().isEmpty() ? null : context.term()), scope);
        return context.MINUS() == null ? exponent : negated(context, exponent, context.NUMBER() != null);
    }

    private Term primary(PrimaryContext context, Scope scope) {
        return switch (context) {
            case LiteralContext literal -> number(literal, literal.NUMBER().getText());
            case NamedContext call -> calls.call(call, call.name(), call.arguments(), scope);
            case GradientContext gradient -> calls.gradient(gradient, scope);
            case GroupContext group -> shapes.formulas.term(group.formula(), scope);
            case MatrixContext matrix -> matrix(matrix, scope);
            case AbsoluteContext absolute -> {
                Term of = term(absolute.term(), scope);
                yield problems.typed(absolute, () -> Term.apply(Operator.ABSOLUTE, of));
            }
            case NormContext norm -> Term.apply(Operator.NORM, term(norm.term(), scope));
            case InnerContext inner -> {
                List<Term> both = all(inner.term(), term -> term(term, scope));
                yield problems.typed(inner, () -> Term.apply(Operator.INNER, both));
            }
            case HoleContext hole -> Certificate.hole(shapes.hole(hole, scope));
            default -> throw new IllegalStateException("unknown kind of term " + context.getClass());
        };
    }

    private Term matrix(MatrixContext context, Scope scope) {
        List<List<TermContext>> rows = new ArrayList<>();
        if (context.row().size() == 1 && context.row(0).term().stream().allMatch(entry -> asRow(entry).isPresent()))
            context.row(0).term().forEach(entry -> rows.add(asRow(entry).orElseThrow().term()));
        else context.row().forEach(row -> rows.add(row.term()));
        List<List<Term>> entries = all(rows, row -> all(row, entry -> term(entry, scope)));
        return problems.typed(context, () -> new Term.MatrixLiteral(entries));
    }

    /** The row of {@code [a, b]} when that is all there is. */
    private static Optional<RowContext> asRow(TermContext entry) {
        return bare(entry).filter(primary -> primary instanceof MatrixContext matrix && matrix.row().size() == 1)
                .map(primary -> ((MatrixContext) primary).row(0));
    }

    private Term symbol(NamedContext context, List<SuffixContext> suffixes, Scope scope) {
        boolean indexed = isFamily(context, scope) && !suffixes.isEmpty() && !suffixes.getFirst().term().isEmpty();
        return symbol(context, context.name(), indexed ? Optional.of(suffixes.getFirst().term()) : Optional.empty(), scope);
    }

    private static boolean isFamily(NamedContext context, Scope scope) {
        String name = Spelling.ascii(context.name().getText());
        return !scope.bound().containsKey(name) && scope.signature().find(name).filter(found -> ranges(found) > 0).isPresent();
    }

    static int ranges(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Parameter parameter -> parameter.indices().size();
            case Declaration.Variable variable -> variable.indices().size();
            case Declaration.Definition definition -> definition.indices().size();
            case Declaration.Function ignored -> 0;
            case Declaration.Flow ignored -> 0;
        };
    }

    private Term symbol(ParserRuleContext where, NameContext nameContext, Optional<List<TermContext>> indices, Scope scope) {
        String name = Spelling.ascii(nameContext.getText());
        if (scope.bound().containsKey(name)) {
            if (indices.isPresent()) {
                List<Term> entry = new ArrayList<>(List.of(new Term.Symbol(name, List.of(), scope.bound().get(name))));
                entry.addAll(all(indices.get(), index -> term(index, scope)));
                return problems.typed(where, () -> Term.apply(Operator.ENTRY, entry));
            }
            return new Term.Symbol(name, List.of(), scope.bound().get(name));
        }
        Declaration declaration = scope.signature().find(name).orElseThrow(() -> unknown(nameContext, name, scope));
        if (declaration instanceof Declaration.Function)
            throw problems.error("arity", nameContext, "'" + name + "' is a function and needs its arguments",
                    () -> Optional.of("write " + name + "(...)"));
        int wanted = ranges(declaration);
        List<Term> at = all(indices.orElse(List.of()), index -> term(index, scope));
        if (wanted == 0 && !at.isEmpty()) {
            List<Term> entry = new ArrayList<>(List.of(symbol(where, nameContext, Optional.empty(), scope)));
            entry.addAll(at);
            return problems.typed(where, () -> Term.apply(Operator.ENTRY, entry));
        }
        if (at.size() != wanted)
            throw problems.error("arity", nameContext, "'" + name + "' is a family and takes " + wanted
                    + (wanted == 1 ? " index" : " indices") + ", not " + at.size(), () -> Optional.of(at.isEmpty()
                    ? "write " + name + "[" + String.join(", ", java.util.Collections.nCopies(wanted, "..")) + "] for one member"
                    : "write " + name + "[..][i,j] for an entry of a member"));
        return problems.typed(where, () -> new Term.Symbol(name, at, scope.signature().sortOf(name, at)));
    }

    /** Says why a name cannot be used here; nothing when its declaration has been reported already. */
    Abandoned unknown(NameContext where, String name, Scope scope) {
        if (scope.poisoned().contains(name)) return new Abandoned();
        if (scope.absent().containsKey(name)) return problems.error("order", where, scope.absent().get(name));
        if (retired.contains(name))
            return problems.error("scope", where, "the index '" + name + "' is used outside the range that binds it",
                    () -> Suggestions.didYouMean(name, scope.names()));
        if (Spelling.operator(name).isPresent() || Spelling.bigOperator(name).isPresent())
            return problems.error("arity", where, "'" + name + "' is a function and needs its arguments");
        return problems.error("unknown-name", where, "'" + name + "' is not declared", () ->
                Suggestions.didYouMean(name, scope.names()));
    }

    /** Binds an index or quantified name. */
    Scope bind(NameContext where, Sort sort, Scope scope) {
        String name = Spelling.ascii(where.getText());
        Optional<String> taken = scope.taken(name);
        if (taken.isPresent()) throw problems.error("duplicate", where, taken.get() + "; choose another name for the index");
        retired.add(name);
        return scope.bind(name, sort);
    }

    Term number(ParserRuleContext where, String digits) {
        if (digits.length() > 1000) throw problems.error("limit", where, "a number has at most 1000 digits");
        return Term.number(Rational.parse(digits));
    }

    private <T> T taller(ParserRuleContext where, int by, Supplier<T> read) {
        if (height + by > TALLEST)
            throw problems.error("limit", where, "this stacks more than " + TALLEST + " operators; name a part of it with 'let'");
        height += by;
        try {
            return read.get();
        } finally {
            height -= by;
        }
    }

    // What stands in the text without brackets.

    static boolean isZero(SignedContext context) {
        return context.MINUS().isEmpty() && context.product().op.isEmpty() && isLiteral(context.product())
                && context.product().getText().equals("0");
    }

    static boolean isZero(TermContext context) {
        return context.signed().size() == 1 && isZero(context.signed(0));
    }

    private static boolean isLiteral(ProductContext context) {
        return isLiteral(context.postfix()) && (context.op.isEmpty() || context.op.size() == 1 && isFraction(context));
    }

    private static boolean isFraction(ProductContext context) {
        return !context.op.isEmpty() && divides(context.op.getFirst()) && isLiteral(context.postfix())
                && context.factor(0).MINUS().isEmpty() && isLiteral(context.factor(0).postfix());
    }

    private static boolean isLiteral(PostfixContext context) {
        return context.suffix().isEmpty() && context.primary() instanceof LiteralContext;
    }

    /** The primary that is all of this term. */
    static Optional<PrimaryContext> bare(TermContext context) {
        if (context.signed().size() != 1 || !context.signed(0).MINUS().isEmpty()) return Optional.empty();
        ProductContext product = context.signed(0).product();
        if (!product.op.isEmpty() || !product.postfix().suffix().isEmpty()) return Optional.empty();
        return Optional.of(product.postfix().primary());
    }

    /** The name that is all of this term. */
    static Optional<NameContext> bareName(TermContext context) {
        return bare(context).filter(primary -> primary instanceof NamedContext named && named.arguments() == null)
                .map(primary -> ((NamedContext) primary).name());
    }
}
