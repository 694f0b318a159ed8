package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.ParserRuleContext;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.syntax.grammar.TenetParser.*;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Everything that is written as a call: built-in functions, sums and products over ranges, declared functions, gradients. */
final class Calls {
    private final Terms terms;
    private final Problems problems;

    Calls(Terms terms) {
        this.terms = terms;
        this.problems = terms.problems;
    }

    Term call(ParserRuleContext where, NameContext name, ArgumentsContext arguments, Scope scope) {
        String word = Spelling.ascii(name.getText());
        Optional<Operator> operator = Spelling.operator(word);
        if (operator.isPresent()) {
            List<Term> operands = plain(arguments.argument(), scope);
            return problems.typed(where, () -> Term.apply(operator.get(), operands));
        }
        Optional<BigOperator> big = Spelling.bigOperator(word);
        if (big.isPresent()) return big(where, big.get(), arguments.argument(), scope);
        if (word.equals("contract")) return contract(where, arguments.argument(), scope);
        return apply(where, name, word, arguments.argument(), scope);
    }

    private Term apply(ParserRuleContext where, NameContext name, String word, List<ArgumentContext> arguments, Scope scope) {
        if (scope.bound().containsKey(word)) throw notFunction(name, word);
        if (scope.signature().find(word).isEmpty()) {
            if (scope.absent().containsKey(word) || scope.poisoned().contains(word)) throw terms.unknown(name, word, scope);
            Set<String> known = new LinkedHashSet<>(Spelling.reserved());
            functions(scope).forEach(function -> known.add(function.name()));
            throw problems.error("unknown-name", name, "the function '" + word + "' is not declared", () ->
                    Suggestions.didYouMean(word, known));
        }
        if (!(scope.signature().find(word).orElseThrow() instanceof Declaration.Function function)) throw notFunction(name, word);
        List<Term> given = plain(arguments, scope);
        if (given.size() != function.arguments().size())
            throw problems.error("arity", where, "'" + word + "' takes " + count(function.arguments().size()) + ", not "
                    + given.size());
        List<Term> fitting = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) fitting.add(fit(arguments.get(i).term(), given.get(i), function.arguments().get(i), word));
        return new Term.Call(word, fitting, function.result());
    }

    private Abandoned notFunction(NameContext name, String word) {
        return problems.error("arity", name, "'" + word + "' is not a function", () -> Optional.of("write * for a product: "
                + word + "*(...)"));
    }

    /** A term where this sort is expected; the literal 0 stands for a zero matrix. */
    Term fit(TermContext where, Term term, Sort sort, String what) {
        if (Terms.isZero(where) && sort instanceof Sort.Matrix) return Term.zero(sort);
        if (!Sort.fits(term.sort(), sort))
            throw problems.error("shape", where, "'" + what + "' takes a " + Printer.print(sort) + " here, not a "
                    + Printer.print(term.sort()));
        return term;
    }

    private Term big(ParserRuleContext where, BigOperator operator, List<ArgumentContext> arguments, Scope scope) {
        String word = Spelling.word(operator);
        if (operator == BigOperator.CHAIN && arguments.size() == 3 && arguments.stream().allMatch(argument -> argument.IN() == null))
            return chain(where, arguments, scope);
        if (arguments.size() != 2 || arguments.get(0).IN() == null || arguments.get(1).IN() != null)
            throw problems.error("arity", where, "'" + word + "' needs a range and a term", () -> Optional.of(
                    "write " + word + "(l in 1..L, ...)" + (operator == BigOperator.CHAIN ? " or chain(W, highest, lowest)" : "")));
        return ranged(arguments.get(0), arguments.get(1), scope, (range, body) -> problems.typed(where, () ->
                Term.big(operator, range, body)));
    }

    /** {@code chain(W, hi, lo)}: the product of a plain family, largest index first. */
    private Term chain(ParserRuleContext where, List<ArgumentContext> arguments, Scope scope) {
        NameContext name = Terms.bareName(arguments.getFirst().term()).orElseThrow(() -> problems.error("arity", arguments.getFirst(),
                "chain(W, highest, lowest) needs the name of a family with one index", () ->
                        Optional.of("or write chain(l in lowest..highest, ...)")));
        String family = Spelling.ascii(name.getText());
        Declaration declaration = scope.signature().find(family).filter(found -> !scope.bound().containsKey(family))
                .orElseThrow(() -> terms.unknown(name, family, scope));
        if (Terms.ranges(declaration) != 1)
            throw problems.error("arity", name, "'" + family + "' is not a family with one index",
                    () -> Optional.of("write chain(l in lowest..highest, ...)"));
        List<Term> ends = plain(arguments.subList(1, 3), scope);
        return problems.typed(where, () -> {
            String index = chainIndex(member(family, "#", scope), "#", ends.get(1), ends.get(0));
            return Term.big(BigOperator.CHAIN, new Range(index, ends.get(1), ends.get(0)), member(family, index, scope));
        });
    }

    private static Term member(String family, String index, Scope scope) {
        List<Term> at = List.of(Term.index(index));
        return new Term.Symbol(family, at, scope.signature().sortOf(family, at));
    }

    /** The index of {@code chain(W, hi, lo)}: {@code k}, or the first {@code k_1, k_2, ...} that captures nothing. */
    static String chainIndex(Term member, String index, Term low, Term high) {
        Set<String> taken = new LinkedHashSet<>(Names.free(member));
        taken.remove(index);
        taken.addAll(Names.free(low));
        taken.addAll(Names.free(high));
        return Names.fresh("k", taken);
    }

    private Term contract(ParserRuleContext where, List<ArgumentContext> arguments, Scope scope) {
        if (arguments.size() != 3 || arguments.get(0).IN() != null || arguments.get(1).IN() == null || arguments.get(2).IN() != null)
            throw problems.error("arity", where, "'contract' needs a tensor, a range and a vector",
                    () -> Optional.of("write contract(T, n in 1..N except m, v[n])"));
        Term tensor = terms.term(arguments.getFirst().term(), scope);
        return ranged(arguments.get(1), arguments.get(2), scope, (range, body) -> problems.typed(where, () ->
                new Term.Contract(tensor, range, body)));
    }

    private Term ranged(ArgumentContext range, ArgumentContext body, Scope scope, BiFunction<Range, Term, Term> make) {
        NameContext index = Terms.bareName(range.term()).orElseThrow(() -> problems.error("syntax", range.term(),
                "the index of a range is a single name"));
        Range over = terms.shapes.closed(index, range.interval(), scope);
        Term inside = terms.term(body.term(), terms.bind(index, Sort.INT, scope));
        return make.apply(over, inside);
    }

    Term gradient(GradientContext context, Scope scope) {
        NameContext name = context.name();
        String word = Spelling.ascii(name.getText());
        if (scope.signature().find(word).isEmpty() && scope.poisoned().contains(word)) throw new Abandoned();
        Set<String> known = new LinkedHashSet<>();
        functions(scope).forEach(function -> known.add(function.name()));
        if (!(scope.signature().find(word).orElse(null) instanceof Declaration.Function function))
            throw problems.error("unknown-name", name, "'" + word + "' is not a declared function", () ->
                    Suggestions.didYouMean(word, known));
        if (function.arguments().size() != 1 || !(function.result() instanceof Sort.Real))
            throw problems.error("arity", name, "only a real function of one argument has a gradient");
        Term at = terms.term(context.term(), scope);
        return new Term.Gradient(word, fit(context.term(), at, function.arguments().getFirst(), word));
    }

    private List<Term> plain(List<ArgumentContext> arguments, Scope scope) {
        return terms.all(arguments, argument -> {
            if (argument.IN() != null)
                throw problems.error("arity", argument, "a range does not belong here", () ->
                        Optional.of("ranges are for sum, prod, chain, outer and contract"));
            return terms.term(argument.term(), scope);
        });
    }

    private static List<Declaration.Function> functions(Scope scope) {
        return scope.signature().declarations().stream().filter(declaration -> declaration instanceof Declaration.Function)
                .map(declaration -> (Declaration.Function) declaration).toList();
    }

    private static String count(int arguments) {
        return arguments + (arguments == 1 ? " argument" : " arguments");
    }
}
