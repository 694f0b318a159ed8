package tenet.symbolic.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * That every symbol of a term is declared with the sort it carries, or bound. Terms check their own shapes, given the
 * sorts of their symbols, so this is what makes shapes true. Trusted. Failure: {@link IllTyped}.
 */
final class WellFormed {
    private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_]*");

    /** The names under which terms are spelled in normal forms. */
    private static final Set<String> RESERVED = Stream.concat(Stream.of("grad", "contract"),
            Stream.concat(Arrays.stream(Operator.values()), Arrays.stream(BigOperator.values())).map(operator -> operator.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    private final Signature signature;
    /** All declarations, later ones included: no bound name is the name of one. */
    private final Signature reserved;
    private final Map<String, Sort> bound;

    WellFormed(Signature signature, List<Range> fixed) {
        this(signature, signature, new HashMap<>());
        for (Range range : fixed) {
            check(range);
            bind(range.index(), Sort.INT);
        }
    }

    private WellFormed(Signature signature, Signature reserved, Map<String, Sort> bound) {
        this.signature = signature;
        this.reserved = reserved;
        this.bound = bound;
    }

    /** Names that print unambiguously, definitions that refer to earlier ones only. */
    static void signature(Signature signature) {
        Signature soFar = Signature.EMPTY;
        for (Declaration declaration : signature.declarations()) {
            if (!NAME.matcher(declaration.name()).matches()) throw new IllTyped("'" + declaration.name() + "' is not a name");
            if (declaration.name().contains(Names.RENAMED))
                throw new IllTyped("the name " + declaration.name() + " is kept for bound variables: it has two underscores in a row");
            WellFormed before = new WellFormed(soFar, signature, new HashMap<>());
            switch (declaration) {
                case Declaration.Parameter(var name, List<Range> indices, Sort sort, List<Declaration.Bound> bounds) -> {
                    distinct(indices.stream().map(Range::index).toList());
                    WellFormed inside = before.within(indices);
                    inside.check(sort);
                    bounds.forEach(bound -> inside.check(bound.term()));
                }
                case Declaration.Variable(var name, List<Range> indices, Sort sort, var motion) -> {
                    distinct(indices.stream().map(Range::index).toList());
                    before.within(indices).check(sort);
                }
                case Declaration.Function function -> {
                    function.arguments().forEach(before::check);
                    before.check(function.result());
                    if (RESERVED.contains(function.name())) throw new IllTyped(function.name() + " is the name of an operator");
                    // A function of something that moves would jump, and integers do not move.
                    if (function.result() instanceof Sort.Int && !function.arguments().stream().allMatch(Sort.Int.class::isInstance))
                        throw new IllTyped(function.name() + " has integer values, so its arguments must be integers");
                    function.body().ifPresent(body -> {
                        distinct(body.formals());
                        if (body.formals().size() != function.arguments().size() || !Sort.fits(body.term().sort(), function.result()))
                            throw new IllTyped("the body of " + function.name() + " does not fit its sorts");
                        WellFormed inside = before.copy();
                        for (int i = 0; i < body.formals().size(); i++) inside.bind(body.formals().get(i), function.arguments().get(i));
                        inside.check(body.term());
                    });
                }
                case Declaration.Definition(var name, List<Range> indices, Term body) -> {
                    distinct(indices.stream().map(Range::index).toList());
                    before.within(indices).check(body);
                }
                case Declaration.Flow(var name, List<String> indices, Declaration.Law law) -> {
                    distinct(indices);
                    Sort moved = signature.sortOf(name, indices.stream().map(Term::index).toList());
                    WellFormed inside = new WellFormed(signature, List.of());
                    indices.forEach(index -> inside.bind(index, Sort.INT));
                    switch (law) {
                        case Declaration.Law.Follows(Term velocity) -> {
                            inside.check(velocity);
                            if (!Sort.fits(velocity.sort(), moved)) throw new IllTyped("the velocity of " + name + " must be a " + moved);
                        }
                        case Declaration.Law.Descends(Term potential, var rate) -> {
                            if (!potential.sort().isScalar() || rate.isPresent() && !rate.get().sort().isScalar())
                                throw new IllTyped("the potential and the rate of " + name + " must be numbers");
                            new WellFormed(signature, List.of()).check(potential);
                            rate.ifPresent(inside::check);
                        }
                    }
                }
            }
            soFar = soFar.with(List.of(declaration));
        }
    }

    private static void distinct(List<String> names) {
        if (Set.copyOf(names).size() != names.size()) throw new IllTyped("the names " + names + " must be different");
    }

    void check(Formula formula) {
        switch (formula) {
            case Formula.Relation relation -> {
                check(relation.left());
                check(relation.right());
            }
            case Formula.And and -> and.parts().forEach(this::check);
            case Formula.ForAll(Range range, Formula body) -> within(List.of(range)).check(body);
            case Formula.ForEvery(String name, Sort sort, Formula body) -> {
                check(sort);
                WellFormed inside = copy();
                inside.bind(name, sort);
                inside.check(body);
            }
            case Formula.Initially(Formula body) -> {
                if (body instanceof Formula.Initially) throw new IllTyped("'initially' is nested");
                check(body);
            }
        }
    }

    void check(Term term) {
        switch (term) {
            case Term.Symbol symbol -> {
                symbol.indices().forEach(this::check);
                Sort declared = bound.containsKey(symbol.name()) && symbol.indices().isEmpty() ? bound.get(symbol.name())
                        : signature.sortOf(symbol.name(), symbol.indices());
                if (!Sort.same(declared, symbol.sort()))
                    throw new IllTyped(symbol + " is declared as " + declared + ", not " + symbol.sort());
            }
            case Term.Big big -> {
                check(big.range());
                within(List.of(big.range())).check(big.body());
            }
            case Term.Contract contract -> {
                check(contract.tensor());
                check(contract.range());
                within(List.of(contract.range())).check(contract.body());
            }
            case Term.Call call -> {
                Declaration.Function function = function(call.function());
                if (function.arguments().size() != call.arguments().size()) throw new IllTyped(call + " has the wrong number of arguments");
                for (int i = 0; i < call.arguments().size(); i++)
                    if (!Sort.fits(call.arguments().get(i).sort(), function.arguments().get(i)))
                        throw new IllTyped(call + ": " + call.arguments().get(i) + " is not a " + function.arguments().get(i));
                if (!Sort.same(call.sort(), function.result())) throw new IllTyped(call + " is a " + function.result());
                call.arguments().forEach(this::check);
            }
            case Term.Gradient gradient -> {
                Declaration.Function function = function(gradient.function());
                if (function.arguments().size() != 1 || !function.result().isScalar() || !function.smooth() && function.body().isEmpty()
                        || !Sort.fits(gradient.at().sort(), function.arguments().getFirst()))
                    throw new IllTyped(gradient.function() + " has no gradient at " + gradient.at());
                check(gradient.at());
            }
            case Term.Number ignored -> { }
            case Term.Apply ignored -> term.children().forEach(this::check);
            case Term.MatrixLiteral ignored -> term.children().forEach(this::check);
            case Term.Rate rate -> check(rate.of());
        }
    }

    private Declaration.Function function(String name) {
        if (signature.find(name).orElse(null) instanceof Declaration.Function function) return function;
        throw new IllTyped(name + " is not declared as a function");
    }

    void check(Sort sort) {
        switch (sort) {
            case Sort.Int ignored -> { }
            case Sort.Real ignored -> { }
            case Sort.Matrix(Term rows, Term columns) -> {
                check(rows);
                check(columns);
            }
            case Sort.Tensor(Range modes, Term size) -> within(List.of(modes)).check(size);
        }
    }

    private void check(Range range) {
        check(range.low());
        range.upper().ifPresent(this::check);
        range.except().ifPresent(this::check);
    }

    /** The same check inside the scope of these indices. */
    WellFormed within(List<Range> ranges) {
        WellFormed inside = copy();
        for (Range range : ranges) {
            inside.check(range);
            inside.bind(range.index(), Sort.INT);
        }
        return inside;
    }

    /** The same check where these names are indices, of whatever range. */
    WellFormed binding(List<String> indices) {
        distinct(indices);
        WellFormed inside = copy();
        indices.forEach(index -> inside.bind(index, Sort.INT));
        return inside;
    }

    private void bind(String name, Sort sort) {
        if (!NAME.matcher(name).matches()) throw new IllTyped("'" + name + "' is not a name");
        if (reserved.find(name).isPresent()) throw new IllTyped("the bound name " + name + " hides a declaration");
        bound.put(name, sort);
    }

    private WellFormed copy() {
        return new WellFormed(signature, reserved, new HashMap<>(bound));
    }

    /** The same check with a hole for terms of the given sort. */
    void checkContext(Term context) {
        WellFormed inside = copy();
        inside.allowHole(context);
        inside.check(context);
    }

    private void allowHole(Term term) {
        if (term instanceof Term.Symbol symbol && symbol.name().equals("?")) {
            Sort before = bound.put("?", symbol.sort());
            if (before != null && !Sort.same(before, symbol.sort())) throw new IllTyped("the holes of the context have different sorts");
        }
        else term.children().forEach(this::allowHole);
    }
}
