package tenet.symbolic.coq;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tenet.symbolic.coq.NotExportable.Missing;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** The declarations that a statement needs, in Coq: what is quantified over, what is assumed of it, what is defined. */
final class CoqSignature implements CoqTerms.Declared {
    /** One line of the context. */
    sealed interface Entry {
        /** Something quantified over: {@code W : R -> Z -> mat}. */
        record Given(String declared, String name, String type, boolean moves) implements Entry {
        }

        /** Something assumed. */
        record Assumed(String name, String proposition) implements Entry {
        }

        record Defined(String name, String text) implements Entry {
        }
    }

    final Signature signature;
    final boolean timed;
    private final CoqNames names;
    private final String prefix;
    private final Set<String> needed;
    /** Whether it is enough for a moving variable to be continuous. */
    private final Predicate<String> continuousOnly;
    final CoqTerms terms;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> shapes = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final List<String> rates = new ArrayList<>();
    private final List<String> definitions = new ArrayList<>();
    private long literal;

    CoqSignature(Signature signature, Set<String> mentioned, boolean timed, CoqNames names, String prefix, Predicate<String> continuousOnly) {
        this.signature = signature;
        this.timed = timed;
        this.names = names;
        this.prefix = prefix;
        this.continuousOnly = continuousOnly;
        this.needed = closure(mentioned);
        this.terms = new CoqTerms(names, this);
        List<String> sized = new ArrayList<>();
        for (Declaration declaration : signature.declarations()) if (needed.contains(declaration.name())) sizesOf(declaration, sized);
        for (Declaration declaration : signature.declarations()) if (needed.contains(declaration.name())) add(declaration, sized);
        if (literal > 0) {
            entries.addFirst(new Entry.Assumed("size_literal", "(" + literal + " <= Nmax)%Z"));
            sizes.add("(pose proof size_literal; lia)");
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    private Set<String> closure(Set<String> mentioned) {
        Set<String> all = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(mentioned);
        while (!open.isEmpty()) {
            String name = open.removeLast();
            Optional<Declaration> declaration = signature.find(name);
            if (declaration.isEmpty() || !all.add(name)) continue;
            open.addAll(declaration.get().mentions());
            if (timed) signature.flow(name).ifPresent(flow -> open.addAll(flow.mentions()));
        }
        return all;
    }

    /** Whether a declared name stands for something that changes in time. */
    boolean moves(String name) {
        if (!timed) return false;
        return switch (signature.find(name).orElse(null)) {
            case Declaration.Variable variable -> variable.motion() == Declaration.Motion.MOVING || signature.flow(name).isPresent();
            case Declaration.Definition definition -> definition.mentions().stream().anyMatch(this::moves);
            case null, default -> false;
        };
    }

    @Override
    public String head(String name) {
        if (name.equals("psd power")) return "psd_power";
        if (name.startsWith("grad ")) return gradient(name.substring(5));
        String own = signature.find(name).filter(d -> d instanceof Declaration.Definition || d instanceof Declaration.Function f && f.body().isPresent())
                .isPresent() ? prefix + names.of(name) : names.of(name);
        return moves(name) ? own + " t" : own;
    }

    private String gradient(String function) {
        if (signature.find(function).orElse(null) instanceof Declaration.Function declared && declared.body().isPresent())
            throw new Missing("the gradient of the defined function " + function + " has no translation");
        return "grad_" + names.of(function);
    }

    // Sizes.

    private void sizesOf(Declaration declaration, List<String> sized) {
        switch (declaration) {
            case Declaration.Parameter parameter -> size(parameter.sort(), sized);
            case Declaration.Variable variable -> size(variable.sort(), sized);
            case Declaration.Function function -> function.arguments().forEach(sort -> size(sort, sized));
            case Declaration.Definition ignored -> { }
            case Declaration.Flow ignored -> { }
        }
    }

    private void size(Sort sort, List<String> sized) {
        if (sort instanceof Sort.Tensor) throw new Missing("tensors have no translation");
        if (!(sort instanceof Sort.Matrix(Term rows, Term columns))) return;
        for (Term term : List.of(rows, columns)) {
            switch (term) {
                case Term.Number(var value) -> literal = Math.max(literal, value.numerator().longValueExact());
                case Term.Symbol symbol when signature.find(symbol.name()).orElse(null) instanceof Declaration.Parameter -> sized.add(symbol.name());
                default -> throw new Missing("the size " + term + " has no translation: sizes are parameters or numbers");
            }
        }
    }

    // Declarations.

    private void add(Declaration declaration, List<String> sized) {
        String name = names.of(declaration.name());
        switch (declaration) {
            case Declaration.Parameter(String declared, List<Range> indices, Sort sort, List<Declaration.Bound> bounds) -> {
                given(declared, indices, sort, false);
                int count = 0;
                for (Declaration.Bound bound : bounds) {
                    String fact = name + "_bound" + (bounds.size() > 1 ? ++count : "");
                    known.add(indices.isEmpty() ? "exact " + fact : "(apply " + fact + "; lia)");
                    assume(fact, terms.formula(over(indices,
                            new Formula.Relation(bound.comparison(), symbol(declared, indices, sort), bound.term()))));
                }
                if (sized.contains(declared)) {
                    assume(name + "_size", quantified(indices) + "(" + symbolText(declared, indices, sort) + " <= Nmax)%Z");
                    sizes.add(indices.isEmpty() ? "(pose proof " + name + "_size; lia)" : "(apply " + name + "_size; lia)");
                }
                shape(name, declared, indices, sort);
            }
            case Declaration.Variable(String declared, List<Range> indices, Sort sort, var motion) -> {
                given(declared, indices, sort, moves(declared));
                shape(name, declared, indices, sort);
                if (moves(declared) && signature.flow(declared).isEmpty()) moving(name, declared, indices, sort);
            }
            case Declaration.Function function -> function(name, function);
            case Declaration.Definition(String declared, List<Range> indices, Term body) -> {
                Sort sort = body.sort();
                String type = sort instanceof Sort.Int ? "Z" : sort.isScalar() ? "R" : "mat";
                String text = sort instanceof Sort.Int ? terms.index(body) : sort.isScalar() ? terms.number(body) : terms.matrix(body);
                entries.add(new Entry.Defined(prefix + name, (moves(declared) ? " (t : R)" : "")
                        + indices.stream().map(range -> " (" + names.of(range.index()) + " : Z)").collect(Collectors.joining())
                        + " : " + type + " := " + text));
                definitions.add(prefix + name);
            }
            case Declaration.Flow flow -> {
                if (timed) flow(name, flow);
            }
        }
    }

    private void given(String declared, List<Range> indices, Sort sort, boolean moves) {
        String type = (moves ? "R -> " : "") + "Z -> ".repeat(indices.size()) + typeOf(sort);
        entries.add(new Entry.Given(declared, names.of(declared), type, moves));
    }

    private static String typeOf(Sort sort) {
        return switch (sort) {
            case Sort.Int() -> "Z";
            case Sort.Real() -> "R";
            case Sort.Matrix ignored -> "mat";
            case Sort.Tensor ignored -> throw new Missing("tensors have no translation");
        };
    }

    private void shape(String name, String declared, List<Range> indices, Sort sort) {
        if (!(sort instanceof Sort.Matrix shape)) return;
        assume(name + "_shape", (moves(declared) ? "forall t, " : "") + quantified(indices) + terms.shape(shape, symbolText(declared, indices, sort)));
        shapes.add("(eapply " + name + "_shape; lia)");
        shapes.add("(eapply " + name + "_shape)");
    }

    private void moving(String name, String declared, List<Range> indices, Sort sort) {
        boolean weak = continuousOnly.test(declared);
        String at = symbolText(declared, indices, sort);
        String function = "(fun t => " + at + ")";
        String says = sort.isScalar() ? (weak ? "continuous " + function + " t" : "ex_derive " + function + " t")
                : weak ? "forall i j : Z, continuous (fun t => " + at + " i j) t" : "exists V, isD " + function + " t V";
        assume(name + "_moves", "forall t, time t -> " + quantified(indices) + says);
        if (!weak) rates.add(sort.isScalar() ? "(eapply Derive_correct, " + name + "_moves; first [assumption | lia])"
                : "(eapply isD_rate, " + name + "_moves; first [assumption | lia])");
    }

    private void function(String name, Declaration.Function function) {
        if (!function.result().isScalar()) throw new Missing("the function " + function.name() + " with matrices for values has no translation");
        String type = function.arguments().stream().map(sort -> typeOf(sort) + " -> ").collect(Collectors.joining()) + "R";
        if (function.body().isPresent()) {
            Declaration.Body body = function.body().get();
            StringBuilder formals = new StringBuilder();
            for (int i = 0; i < body.formals().size(); i++)
                formals.append(" (").append(names.of(body.formals().get(i))).append(" : ").append(typeOf(function.arguments().get(i))).append(")");
            entries.add(new Entry.Defined(prefix + name, formals + " : R := " + terms.number(body.term())));
            definitions.add(prefix + name);
            return;
        }
        entries.add(new Entry.Given(function.name(), name, type, false));
        if (function.smooth() && function.arguments().size() == 1 && function.arguments().getFirst() instanceof Sort.Matrix(Term rows, Term columns)) {
            String gradient = "grad_" + name;
            entries.add(new Entry.Given("grad " + function.name(), gradient, "mat -> mat", false));
            assume(name + "_gradient", "gradient_of " + terms.index(rows) + " " + terms.index(columns) + " " + name + " " + gradient);
            shapes.add("(apply (proj1 " + name + "_gradient))");
        }
    }

    private void flow(String name, Declaration.Flow flow) {
        Declaration.Variable variable = (Declaration.Variable) signature.find(flow.name()).orElseThrow();
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < flow.indices().size(); i++) ranges.add(variable.indices().get(i).renamed(flow.indices().get(i)));
        Sort sort = Signature.at(flow.name(), variable.indices(), ranges.stream().map(range -> Term.index(range.index())).toList()).apply(variable.sort());
        switch (flow.law()) {
            case Declaration.Law.Follows(Term velocity) -> {
                String at = "(fun t => " + symbolText(flow.name(), ranges, sort) + ")";
                assume(name + "_flow", "forall t, time t -> " + quantified(ranges) + (sort.isScalar()
                        ? "is_derive " + at + " t " + terms.number(velocity) : "isD " + at + " t " + terms.matrix(velocity)));
                rates.add("(eapply " + name + "_flow; [assumption | lia ..])");
            }
            case Declaration.Law.Descends(Term potential, Optional<Term> rate) -> {
                if (ranges.size() != 1 || !(sort instanceof Sort.Matrix(Term rows, Term columns)) || rate.isPresent())
                    throw new Missing("the gradient flow of " + flow.name() + " has no translation: only a family of matrices with one index and rate one has");
                String l = names.of(ranges.getFirst().index());
                Formula unfolded = Signature.unfold(Formula.equal(potential, Term.number(0)), signature.declarations().stream()
                        .filter(d -> d instanceof Declaration.Definition).map(d -> (Declaration.Definition) d).toList());
                Term primitive = ((Formula.Relation) unfolded).left();
                CoqTerms moved = new CoqTerms(names, asked -> asked.equals(flow.name()) ? "put (" + name + " t) " + l + " i j x" : head(asked));
                String range = quantified(ranges);
                assume(name + "_flow", "forall t, time t -> " + range
                        + "forall i j : Z, (1 <= i <= " + terms.integer(rows) + ")%Z -> (1 <= j <= " + terms.integer(columns) + ")%Z ->\n"
                        + "    is_derive (fun t => " + name + " t " + l + " i j) t\n"
                        + "      (- Derive (fun x => " + moved.number(primitive) + ") (" + name + " t " + l + " i j))");
                velocity(name, l, range, primitive, flow.name());
                rates.add("(eapply " + prefix + name + "_rate; [assumption | lia])");
            }
        }
    }

    /** The velocity carried out, as a lemma with its proof: for the loss of a chain, perhaps with decay. */
    private void velocity(String name, String l, String range, Term potential, String variable) {
        Term data = potential;
        Optional<Term> decay = Optional.empty();
        if (potential instanceof Term.Apply(Operator operator, List<Term> parts, Sort ignored) && operator == Operator.ADD && parts.size() == 2) {
            data = parts.get(0);
            decay = Optional.of(parts.get(1));
        }
        if (!(data instanceof Term.Call(String loss, List<Term> points, Sort ignored)) || points.size() != 1
                || !(points.getFirst() instanceof Term.Big chain) || !(chain.body() instanceof Term.Symbol factor) || !factor.name().equals(variable)
                || signature.find(loss).filter(d -> d instanceof Declaration.Function f && f.body().isEmpty()).isEmpty())
            throw new Missing("the potential of the flow of " + variable + " has no translation: only an arbitrary smooth function of a chain, perhaps with decay, has");
        String whole = terms.matrix(chain);
        Term index = Term.index(l);
        String after = terms.matrix(Term.big(chain.operator(), new Range(chain.range().index(), Term.add(index, Term.number(1)), chain.range().high()), chain.body()));
        String before = terms.matrix(Term.big(chain.operator(), new Range(chain.range().index(), chain.range().low(), Term.subtract(index, Term.number(1))), chain.body()));
        String velocity = "(mmul (mtr " + after + ") (mmul (grad_" + names.of(loss) + " " + whole + ") (mtr " + before + ")))";
        if (decay.isPresent()) {
            if (!(decay.get() instanceof Term.Apply(Operator times, List<Term> factors, Sort ignored2)) || times != Operator.MULTIPLY || factors.size() != 2)
                throw new Missing("the decay " + decay.get() + " has no translation");
            velocity = "(madd " + velocity + " (mscal (2 * " + terms.number(factors.getFirst()) + ") (" + name + " t " + l + ")))";
        }
        entries.add(new Entry.Defined("", "Lemma " + prefix + name + "_rate : forall t, time t -> " + range + "isD (fun t => " + name + " t " + l + ") t (mopp " + velocity + ").\n"
                + "Proof. descend " + name + "_flow " + names.of(loss) + "_gradient. Qed."));
    }

    private void assume(String name, String proposition) {
        entries.add(new Entry.Assumed(name, proposition));
    }

    private String quantified(List<Range> ranges) {
        return ranges.stream().map(terms::quantified).collect(Collectors.joining());
    }

    private static Formula over(List<Range> ranges, Formula formula) {
        Formula result = formula;
        for (Range range : ranges.reversed()) result = new Formula.ForAll(range, result);
        return result;
    }

    private static Term symbol(String name, List<Range> indices, Sort sort) {
        return new Term.Symbol(name, indices.stream().map(range -> Term.index(range.index())).toList(), sort);
    }

    private String symbolText(String name, List<Range> indices, Sort sort) {
        return terms.any(symbol(name, indices, sort)).replaceFirst("^\\((.*)\\)%Z$", "$1");
    }

    /** The tactics that know the facts of these declarations, as redefinitions of the prelude's. */
    String tactics() {
        return "Ltac leaf_shape ::= " + first(shapes) + ".\nLtac leaf_size ::= " + first(sizes) + ".\nLtac leaf_bound ::= " + first(known) + ".\nLtac leaf_unfold ::= "
                + (definitions.isEmpty() ? "idtac" : "unfold " + String.join(", ", definitions.reversed()) + " in *") + ".\n";
    }

    String rateTactic() {
        return "Ltac leaf_rate ::= " + first(rates) + ".\n";
    }

    private static String first(List<String> tactics) {
        return tactics.isEmpty() ? "fail" : "first [" + String.join(" | ", tactics) + "]";
    }
}
