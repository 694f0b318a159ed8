package tenet.symbolic.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.syntax.grammar.TenetParser.*;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Text to the author's argument. */
final class Derivations {
    private static final Pattern MEMBER = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_]*)(?:\\[([^\\[\\]()+*/^-]+)])?");

    private final Problems problems;
    private final Terms terms;
    private final KnownFacts facts;

    Derivations(Problems problems, Terms terms, KnownFacts facts) {
        this.problems = problems;
        this.terms = terms;
        this.facts = facts;
    }

    /** The steps towards a goal whose outer quantifiers have been opened in the scope. */
    List<Derivation> derivation(List<DerivationContext> contexts, Scope scope) {
        return read(nested(contexts), scope, facts);
    }

    /** A step and the steps that stand indented below it. */
    private record Nested(DerivationContext context, List<Nested> inner) {
    }

    /** What begins a line below a {@code have} and is indented deeper belongs to it. */
    private static List<Nested> nested(List<DerivationContext> contexts) {
        List<Nested> top = new ArrayList<>();
        Deque<Nested> open = new ArrayDeque<>();
        for (DerivationContext context : contexts) {
            Token start = context.getStart();
            while (!open.isEmpty() && !(start.getLine() > open.peek().context().getStart().getLine()
                    && start.getCharPositionInLine() > open.peek().context().getStart().getCharPositionInLine())) open.pop();
            Nested step = new Nested(context, new ArrayList<>());
            (open.isEmpty() ? top : open.peek().inner()).add(step);
            if (context instanceof HaveContext have && have.block() == null) open.push(step);
        }
        return top;
    }

    private List<Derivation> read(List<Nested> steps, Scope scope, KnownFacts known) {
        List<Derivation> read = new ArrayList<>();
        KnownFacts sofar = known;
        for (int i = 0; i < steps.size(); i++) {
            Nested step = steps.get(i);
            if (step.context() instanceof CaseContext first) {
                Optional<CaseContext> second = i + 1 < steps.size() && steps.get(i + 1).context() instanceof CaseContext next
                        ? Optional.of(next) : Optional.empty();
                if (second.isPresent()) i++;
                try {
                    read.add(cases(first, second, scope, sofar));
                } catch (Abandoned reported) {
                    // The next step may be read all the same.
                }
                continue;
            }
            if (step.context() instanceof HaveContext have) {
                String name = Spelling.ascii(have.name().getText());
                if (sofar.local().contains(name))
                    problems.error("duplicate", have.name(), "'" + name + "' is the name of another fact already");
                try {
                    read.add(have(have, step.inner(), name, scope, sofar));
                } catch (Abandoned reported) {
                    // The name stays usable: what is wrong with it has been said.
                }
                sofar = sofar.with(name);
                continue;
            }
            try {
                read.add(step.context() instanceof CalcContext calc ? calc(calc, scope, sofar)
                        : new Derivation.By(reasons(((GoalContext) step.context()).reasons(), scope, sofar),
                                problems.place(step.context())));
            } catch (Abandoned reported) {
                // The next step may be read all the same.
            }
        }
        return read;
    }

    private Derivation have(HaveContext context, List<Nested> indented, String name, Scope scope, KnownFacts known) {
        Formula formula = terms.shapes.formulas.formula(context.formula(), scope);
        Scope inside = opened(formula, scope);
        List<Derivation.Reason> reasons = context.reasons() == null ? List.of() : reasons(context.reasons(), inside, known);
        List<Nested> inner = context.block() == null ? indented : nested(context.block().derivation());
        return new Derivation.Have(name, formula, reasons, read(inner, inside, known), problems.place(context));
    }

    private Derivation cases(CaseContext first, Optional<CaseContext> second, Scope scope, KnownFacts known) {
        Formula formula = terms.shapes.formulas.formula(first.formula(), scope);
        if (!(formula instanceof Formula.Relation relation) || !relation.left().sort().isScalar())
            throw problems.error("structure", first.formula(), "a case compares two numbers");
        Formula.Relation negation = new Formula.Relation(relation.comparison().negated(), relation.left(), relation.right());
        Supplier<Optional<String>> hint = () -> Optional.of("write case " + Spelling.ascii(first.name().getText()) + ": ... { } and then case other: "
                + Printer.print(negation) + " { }");
        CaseContext other = second.orElseThrow(() -> problems.error("structure", first, "there is no other case", hint));
        Formula otherwise = terms.shapes.formulas.formula(other.formula(), scope);
        if (!otherwise.equals(negation)) throw problems.error("structure", other.formula(), "this is not the other case", hint);
        return new Derivation.Cases(terms.all(List.of(first, other), one -> {
            String name = Spelling.ascii(one.name().getText());
            if (known.local().contains(name)) problems.error("duplicate", one.name(), "'" + name + "' is the name of another fact already");
            return new Derivation.Case(name, one == first ? formula : otherwise,
                    read(nested(one.block().derivation()), scope, known.with(name)), problems.place(one));
        }), problems.place(first));
    }

    /** The scope in which the body of a quantified formula stands. */
    static Scope opened(Formula formula, Scope scope) {
        return switch (formula) {
            case Formula.ForAll forAll -> opened(forAll.body(), scope.bind(forAll.range().index(), Sort.INT));
            case Formula.ForEvery forEvery -> opened(forEvery.body(), scope.bind(forEvery.name(), forEvery.sort()));
            default -> scope;
        };
    }

    private Derivation calc(CalcContext context, Scope scope, KnownFacts known) {
        List<TermContext> places = new ArrayList<>(List.of(context.term()));
        context.calcStep().forEach(step -> places.add(step.term()));
        List<CalcStepContext> written = context.calcStep();
        Optional<List<List<Derivation.Reason>>> reasons = attempt(() -> terms.all(written, step ->
                step.reasons() == null ? List.of() : reasons(step.reasons(), scope, known)));
        List<Term> sides = new ArrayList<>(terms.all(places, place -> terms.term(place, scope)));
        Optional<Sort> matrix = sides.stream().map(Term::sort).filter(sort -> sort instanceof Sort.Matrix).findFirst();
        for (int i = 0; i < sides.size(); i++)
            if (matrix.isPresent() && Terms.isZero(places.get(i))) sides.set(i, Term.zero(matrix.get()));
        List<Integer> positions = java.util.stream.IntStream.range(0, written.size()).boxed().toList();
        List<Derivation.Step> steps = terms.all(positions, i -> {
            CalcStepContext step = written.get(i);
            terms.shapes.formulas.relation(step.comparison(), sides.get(i), sides.get(i + 1), places.get(i), places.get(i + 1));
            return new Derivation.Step(Formulas.comparison(step.comparison()), sides.get(i + 1),
                    reasons.map(all -> all.get(i)).orElse(List.of()), problems.place(step.comparison()));
        });
        if (reasons.isEmpty()) throw new Abandoned();
        return new Derivation.Calc(sides.getFirst(), steps, problems.place(context));
    }

    /** What could be read; when empty, what is wrong with it has been reported. */
    private static <T> Optional<T> attempt(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (Abandoned reported) {
            return Optional.empty();
        }
    }

    private List<Derivation.Reason> reasons(ReasonsContext context, Scope scope, KnownFacts known) {
        return terms.all(context.reason(), reason -> reason(reason, scope, known));
    }

    private Derivation.Reason reason(ReasonContext context, Scope scope, KnownFacts known) {
        if (context.STRING() != null) return new Derivation.Reason.Law(QuotedText.unquote(context.STRING().getText()));
        String words = words(context);
        if (words.startsWith("induction") && !words.equals("induction hypothesis")
                && !known.knows(words)) return induction(context, words, scope);
        List<GivenContext> given = context.instance() == null ? List.of() : context.instance().given();
        List<Term> arguments = terms.all(given.stream().filter(one -> one.ASSIGN() == null).toList(), argument -> {
            if (argument.IN() != null) throw problems.error("arity", argument, "a range does not belong here");
            return terms.term(argument.term(0), scope);
        });
        Map<String, Term> named = new LinkedHashMap<>();
        terms.all(given.stream().filter(one -> one.ASSIGN() != null).toList(), one -> named(one, scope)).forEach(one -> {
            if (named.put(one.getKey(), one.getValue()) != null)
                throw problems.error("duplicate", context, "'" + one.getKey() + "' is given twice");
        });
        if (known.knows(words)) return new Derivation.Reason.Fact(words, arguments, named);
        if (Laws.known(words)) {
            if (context.instance() != null) throw problems.error("reason", context, "the law '" + words + "' takes no arguments");
            return new Derivation.Reason.Law(words);
        }
        if (known.poisoned().contains(words)) throw new Abandoned();
        if (known.later().contains(words))
            throw problems.error("order", context, "'" + words + "' is stated below; a claim rests on earlier ones only");
        Set<String> candidates = new LinkedHashSet<>(known.names());
        candidates.addAll(Laws.PHRASES);
        throw problems.error("reason", context, "'" + words + "' is neither a fact nor a law that is known here",
                () -> Suggestions.didYouMean(words, candidates)
                        .or(() -> Optional.of("words for the reader alone go in double quotes")));
    }

    /** {@code a[n] := term in n}, or a plain name and its term. */
    private Map.Entry<String, Term> named(GivenContext context, Scope scope) {
        Matcher written = MEMBER.matcher(context.term(0).getText());
        if (!written.matches()) throw problems.error("reason", context.term(0), "a name stands before ':='", () ->
                Optional.of("write a[n] := ... for the members of a family a"));
        String name = Spelling.ascii(written.group(1));
        if (written.group(2) == null) return Map.entry(name, terms.term(context.value, scope));
        List<String> indices = Arrays.stream(written.group(2).split(",")).map(Spelling::ascii).toList();
        Scope inside = scope;
        for (String index : indices) {
            inside.taken(index).ifPresent(why -> {
                throw problems.error("duplicate", context.term(0), why);
            });
            inside = inside.bind(index, Sort.INT);
        }
        return Map.entry(name + "[" + String.join(",", indices) + "]", terms.term(context.value, inside));
    }

    private Derivation.Reason induction(ReasonContext context, String words, Scope scope) {
        String[] parts = words.split(" ");
        boolean down = parts.length == 4 && parts[3].equals("down");
        if (context.instance() != null || parts.length < 3 || !parts[1].equals("on") || parts.length > 3 && !down
                && !parts[3].equals("up") || parts.length > 4)
            throw problems.error("reason", context, "induction names its index", () ->
                    Optional.of("write induction on l, or induction on l down"));
        String index = Spelling.ascii(parts[2]);
        if (!(scope.bound().get(index) instanceof Sort.Int))
            throw problems.error("reason", context, "'" + index + "' is not an index that is quantified here",
                    () -> Suggestions.didYouMean(index, scope.bound().keySet()));
        return new Derivation.Reason.Induction(index, down);
    }

    /** The words with one space between them and none around hyphens. */
    private static String words(ReasonContext context) {
        StringBuilder words = new StringBuilder();
        boolean joined = true;
        for (ReasonWordContext word : context.reasonWord()) {
            boolean hyphen = word.MINUS() != null;
            if (!joined && !hyphen) words.append(' ');
            words.append(hyphen ? "-" : Spelling.ascii(word.getText()));
            joined = hyphen;
        }
        return words.toString();
    }
}
