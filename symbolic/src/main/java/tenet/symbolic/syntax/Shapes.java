package tenet.symbolic.syntax;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import tenet.symbolic.syntax.grammar.TenetParser.*;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Text to ranges and sorts. */
final class Shapes {
    final Formulas formulas;
    private final Terms terms;
    private final Problems problems;

    Shapes(Terms terms) {
        this.terms = terms;
        this.problems = terms.problems;
        this.formulas = new Formulas(terms, this);
    }

    /** A range that may lack its upper end. The index is not in scope of its own bounds. */
    Range range(NameContext index, IntervalContext interval, Scope scope) {
        return range(index, interval, scope, scope);
    }

    /** A range whose excepted point may use more names than its ends. */
    Range range(NameContext index, IntervalContext interval, Scope scope, Scope exceptScope) {
        Term low = integer(interval.low, scope);
        Optional<Term> high = Optional.ofNullable(interval.high).map(term -> integer(term, scope));
        Optional<Term> except = Optional.ofNullable(interval.except).map(term -> integer(term, exceptScope));
        return new Range(Spelling.ascii(index.getText()), low, high, except);
    }

    Range closed(NameContext index, IntervalContext interval, Scope scope) {
        Range range = range(index, interval, scope);
        if (range.upper().isEmpty())
            throw problems.error("scope", interval, "this range needs an upper end; only 'for' may go on without end");
        return range;
    }

    private Term integer(TermContext context, Scope scope) {
        Term term = terms.term(context, scope);
        if (!(term.sort() instanceof Sort.Int))
            throw problems.error("shape", context, "the bound of a range must be an integer, not a " + Printer.print(term.sort()));
        return term;
    }

    Sort sort(SortContext context, Scope scope) {
        if (context.NAT() != null || context.INT() != null) return Sort.INT;
        if (context.REAL() != null) return context.term().isEmpty() ? Sort.REAL : matrix(context, context.term(), scope);
        Range modes = closed(context.name(), context.interval(), scope);
        Term size = size(context.term(0), terms.bind(context.name(), Sort.INT, scope));
        return new Sort.Tensor(modes, size);
    }

    Sort hole(HoleContext context, Scope scope) {
        if (context.sort() != null) return sort(context.sort(), scope);
        return context.term().isEmpty() ? Sort.REAL : matrix(context, context.term(), scope);
    }

    private Sort matrix(ParserRuleContext where, List<TermContext> sizes, Scope scope) {
        List<Term> shape = terms.all(sizes, size -> size(size, scope));
        return problems.typed(where, () -> Sort.matrix(shape.getFirst(), shape.size() == 2 ? shape.get(1) : Term.number(1)));
    }

    Term size(TermContext context, Scope scope) {
        Term size = terms.term(context, scope);
        if (!(size.sort() instanceof Sort.Int))
            throw problems.error("shape", context, "a size must be an integer, not a " + Printer.print(size.sort()));
        return size;
    }
}
