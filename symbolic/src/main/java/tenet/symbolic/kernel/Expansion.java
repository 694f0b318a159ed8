package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Writes a term in primitive notions: definitions and function bodies unfolded, time derivatives carried out along the
 * flows, gradients of defined functions computed. What remains are operators, big operators, declared parameters and
 * variables, calls and gradients of arbitrary functions, and {@link Term.Rate} of variables without a flow.
 *
 * <p>Trusted. Meaning: the result equals the given term at every time of every motion at which the reported
 * {@link Condition}s hold. Failure: {@link IllTyped} when a derivative has no rule. Source: the product and chain rules;
 * see {@link Derivative} and {@link Pullback}.
 */
public final class Expansion {
    final Signature signature;
    private final Consumer<Condition> conditions;
    private final List<Range> under = new ArrayList<>();

    /** An expansion whose conditions nobody asks for: numbers show by themselves where a term is undefined. */
    public Expansion(Signature signature) {
        this(signature, condition -> { });
    }

    public Expansion(Signature signature, Consumer<Condition> conditions) {
        this.signature = signature;
        this.conditions = conditions;
    }

    /** @throws IllTyped when a derivative has no rule, saying which */
    public Term expand(Term term) {
        return switch (term) {
            case Term.Symbol symbol when signature.find(symbol.name()).orElse(null) instanceof Declaration.Definition definition ->
                    expand(Signature.unfold(definition, symbol.indices()));
            case Term.Call call when body(call.function()) instanceof Declaration.Body body -> expand(unfold(call, body));
            case Term.Gradient gradient when body(gradient.function()) instanceof Declaration.Body body ->
                    expand(new Pullback(speakingOf(body.formals().getFirst(), gradient.at()))
                            .gradient((Declaration.Function) signature.find(gradient.function()).orElseThrow(), body, gradient.at()));
            case Term.Rate rate -> new Derivative(this).of(expand(rate.of())).orElseGet(() -> Term.zero(rate.sort()));
            case Term.Big big -> {
                Term body = within(big.range(), () -> expand(big.body()));
                yield Term.big(big.operator(), big.range(), body);
            }
            case Term.Contract contract -> new Term.Contract(expand(contract.tensor()), contract.range(),
                    within(contract.range(), () -> expand(contract.body())));
            case Term.Number number -> number;
            case Term.Symbol symbol -> symbol;
            default -> term.map(this::expand);
        };
    }

    /** The right-hand side of the equation of motion of a variable at the given indices, in primitive notions. */
    public Term velocity(Term.Symbol variable) {
        Declaration.Flow flow = signature.flow(variable.name())
                .orElseThrow(() -> new IllTyped(variable.name() + " has no equation of motion"));
        List<Range> ranges = flow.indices().stream().map(name -> new Range(name, Term.number(0), Term.number(0))).toList();
        Substitution indices = Signature.at(flow.name(), ranges, variable.indices());
        requireInRange((Declaration.Variable) signature.find(variable.name()).orElseThrow(), variable.indices());
        return switch (flow.law()) {
            case Declaration.Law.Follows(Term velocity) -> expand(indices.apply(velocity));
            case Declaration.Law.Descends(Term potential, var rate) -> {
                Term gradient = new Pullback(this).of(expand(potential), variable);
                yield rate.isEmpty() ? Term.negate(gradient)
                        : Term.negate(Term.multiply(expand(indices.apply(rate.get())), gradient));
            }
        };
    }

    /** A family obeys its equation of motion in its declared range only. */
    private void requireInRange(Declaration.Variable variable, List<Term> indices) {
        Substitution at = Signature.at(variable.name(), variable.indices(), indices);
        for (int i = 0; i < indices.size(); i++) {
            Range range = variable.indices().get(i);
            require(Comparison.AT_LEAST, indices.get(i), at.apply(range.low()));
            if (range.upper().isPresent()) require(Comparison.AT_MOST, indices.get(i), at.apply(range.high()));
            if (range.except().isPresent()) require(Comparison.UNEQUAL, indices.get(i), at.apply(range.except().get()));
        }
    }

    /** Records that a formula is needed here. */
    void require(Comparison comparison, Term left, Term right) {
        conditions.accept(new Condition(under, new Formula.Relation(comparison, left, right)));
    }

    /** Records that a formula is needed for all values of these indices, whatever the present scope. */
    void requireUnder(List<Range> scope, Comparison comparison, Term left, Term right) {
        conditions.accept(new Condition(scope, new Formula.Relation(comparison, left, right)));
    }

    List<Range> scope() {
        return List.copyOf(under);
    }

    <T> T within(Range range, Supplier<T> inside) {
        under.add(range);
        try {
            return inside.get();
        } finally {
            under.removeLast();
        }
    }

    /** An expansion in the present scope whose conditions speak of the point in place of the formal argument. */
    private Expansion speakingOf(String formal, Term point) {
        int outer = under.size();
        Expansion inside = new Expansion(signature, condition -> {
            List<Range> ranges = new ArrayList<>(condition.under().subList(0, outer));
            Substitution here = Substitution.of(formal, point);
            for (Range range : condition.under().subList(outer, condition.under().size())) {
                Substitution.Entered entered = here.enter(range, () -> {
                    Set<String> names = Formula.freeNames(condition.formula());
                    condition.under().forEach(other -> names.add(other.index()));
                    return names;
                });
                ranges.add(entered.range());
                here = entered.inside();
            }
            conditions.accept(new Condition(ranges, Formula.substitute(here, condition.formula())));
        });
        inside.under.addAll(under);
        return inside;
    }

    private Declaration.Body body(String function) {
        return signature.find(function).orElse(null) instanceof Declaration.Function f ? f.body().orElse(null) : null;
    }

    private static Term unfold(Term.Call call, Declaration.Body body) {
        java.util.Map<String, Term> arguments = new java.util.LinkedHashMap<>();
        for (int i = 0; i < body.formals().size(); i++) arguments.put(body.formals().get(i), call.arguments().get(i));
        return new Substitution(arguments).apply(body.term());
    }

    /** True for terms whose shape is written in numerals. */
    static boolean literalShape(Sort sort) {
        return sort instanceof Sort.Matrix(Term.Number rows, Term.Number columns);
    }
}
