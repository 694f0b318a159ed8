package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.ParserRuleContext;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.syntax.grammar.TenetParser;
import tenet.symbolic.syntax.grammar.TenetParser.*;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Text to formulas. */
final class Formulas {
    private final Terms terms;
    private final Shapes shapes;
    private final Problems problems;

    Formulas(Terms terms, Shapes shapes) {
        this.terms = terms;
        this.shapes = shapes;
        this.problems = terms.problems;
    }

    Formula formula(FormulaContext context, Scope scope) {
        List<Formula> parts = terms.all(context.conjunct(), conjunct -> conjunct(conjunct, scope));
        return parts.size() == 1 ? parts.getFirst() : new Formula.And(parts);
    }

    private Formula conjunct(ConjunctContext context, Scope scope) {
        return switch (context) {
            case QuantifiedContext quantified -> {
                Bound bound = bind(quantified.bindings(), scope);
                yield bound.around().apply(formula(quantified.formula(), bound.inside()));
            }
            case AtStartContext start -> {
                Formula body = conjunct(start.conjunct(), scope);
                if (body instanceof Formula.Initially) throw problems.error("structure", start, "'initially' is not nested");
                yield new Formula.Initially(body);
            }
            case TruthContext ignored -> new Formula.And(List.of());
            case ComparedContext compared -> compared(compared, scope);
            default -> throw new IllegalStateException("unknown kind of formula " + context.getClass());
        };
    }

    private Formula compared(ComparedContext context, Scope scope) {
        if (context.comparison().isEmpty()) {
            Optional<PrimaryContext> group = Terms.bare(context.term(0));
            if (group.isPresent() && group.get() instanceof GroupContext inner) return formula(inner.formula(), scope);
            Term term = terms.term(context.term(0), scope);
            throw problems.error("syntax", context, "this is a term, a " + Printer.print(term.sort())
                    + "; a formula compares two terms",
                    () -> Optional.of("write ... = 0, or another comparison"));
        }
        List<TermContext> places = context.term();
        List<ComparisonContext> signs = context.comparison();
        List<Term> sides = terms.all(places, term -> terms.term(term, scope));
        List<Formula> relations = new ArrayList<>();
        for (int i = 0; i < signs.size(); i++)
            relations.add(relation(signs.get(i), sides.get(i), sides.get(i + 1), places.get(i), places.get(i + 1)));
        return relations.size() == 1 ? relations.getFirst() : new Formula.And(relations);
    }

    /** A relation; the literal 0 beside a matrix is the zero matrix. */
    Formula.Relation relation(ComparisonContext sign, Term left, Term right, TermContext leftPlace, TermContext rightPlace) {
        try {
            if (Terms.isZero(leftPlace) && !right.sort().isScalar()) left = Term.zero(right.sort());
            if (Terms.isZero(rightPlace) && !left.sort().isScalar()) right = Term.zero(left.sort());
            return new Formula.Relation(comparison(sign), left, right);
        } catch (IllTyped mistake) {
            ParserRuleContext both = new ParserRuleContext();
            both.start = leftPlace.getStart();
            both.stop = rightPlace.getStop();
            boolean differ = !left.sort().isScalar() || !right.sort().isScalar();
            throw problems.error("shape", both, differ && !Sort.same(left.sort(), right.sort())
                    ? "cannot compare a " + Printer.print(left.sort()) + " with a " + Printer.print(right.sort())
                            : mistake.getMessage());
        }
    }

    static Comparison comparison(ComparisonContext context) {
        return switch (context.getStart().getType()) {
            case TenetParser.EQUAL -> Comparison.EQUAL;
            case TenetParser.LESS -> Comparison.LESS;
            case TenetParser.GREATER -> Comparison.GREATER;
            case TenetParser.LE -> Comparison.AT_MOST;
            case TenetParser.GE -> Comparison.AT_LEAST;
            default -> Comparison.UNEQUAL;
        };
    }

    /** A term where the grammar allows a formula in brackets. */
    Term term(FormulaContext context, Scope scope) {
        if (context.conjunct().size() == 1 && context.conjunct(0) instanceof ComparedContext compared && compared.comparison()
                .isEmpty())
            return terms.term(compared.term(0), scope);
        throw problems.error("syntax", context, "a number or matrix is expected here, not a formula");
    }

    /** Quantifiers: the scope inside them, and how to put them around a formula. */
    record Bound(Scope inside, UnaryOperator<Formula> around) {
    }

    Bound bind(BindingsContext context, Scope scope) {
        Scope inside = scope;
        UnaryOperator<Formula> around = UnaryOperator.identity();
        for (BindingContext binding : context.binding()) {
            Scope outer = inside;
            Optional<Sort> sort = Optional.ofNullable(binding.sort()).map(written -> {
                if (written.NAT() != null || written.INT() != null)
                    throw problems.error("structure", written, "an integer is quantified over a range", () ->
                            Optional.of("write for l in 0..: ..."));
                return shapes.sort(written, outer);
            });
            for (int i = 0; i < binding.name().size(); i++) {
                NameContext name = binding.name(i);
                UnaryOperator<Formula> before = around;
                String word = Spelling.ascii(name.getText());
                if (sort.isPresent()) {
                    inside = terms.bind(name, sort.get(), inside);
                    around = body -> before.apply(new Formula.ForEvery(word, sort.get(), body));
                } else {
                    // `n, m in 1..N except n`: the exception concerns the last index and may name the others.
                    boolean last = i == binding.name().size() - 1;
                    Range written = last ? shapes.range(name, binding.interval(), outer, inside)
                            : shapes.range(name, withoutExcept(binding.interval()), outer);
                    inside = terms.bind(name, Sort.INT, inside);
                    around = body -> before.apply(new Formula.ForAll(written, body));
                }
            }
        }
        return new Bound(inside, around);
    }

    private static IntervalContext withoutExcept(IntervalContext context) {
        IntervalContext copy = new IntervalContext(context.getParent(), context.invokingState);
        copy.start = context.start;
        copy.stop = context.stop;
        copy.low = context.low;
        copy.high = context.high;
        return copy;
    }
}
