package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** What comes before the conclusion of a statement, in sentences: what is given, what moves and how, what is assumed. */
final class Preamble {
    private final Notation notation;
    private final Phrases phrases;

    Preamble(Notation notation) {
        this.notation = notation;
        this.phrases = new Phrases(notation);
    }

    static String kind(Claim.Kind kind) {
        return switch (kind) {
            case THEOREM -> "Theorem";
            case FALSE_CLAIM -> "False claim";
            case TRUE_VARIANT -> "Variant";
            case CONJECTURE -> "Conjecture";
            case LEMMA -> "Lemma";
        };
    }

    /** The source with its standing: {@code arXiv:1802.06509, Theorem 1 (published)}. */
    String citation(Claim.Citation citation) {
        String status = switch (citation.status()) {
            case PUBLISHED -> "published";
            case RECONSTRUCTED -> "reconstructed";
            case OURS -> "ours";
        };
        return citation.source().isBlank() ? status : notation.text(citation.source()) + " (" + status + ")";
    }

    /** The declarations in sentences, in order; neighbours of which the same is said share one. */
    List<String> sentences(Signature signature) {
        List<String> sentences = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        for (Declaration declaration : signature.declarations()) {
            Optional<Subject> subject = subject(declaration, signature);
            boolean same = !subjects.isEmpty() && subject.map(Subject::predicate).equals(Optional.of(subjects.getFirst().predicate()));
            if (!subjects.isEmpty() && !same) let(subjects, sentences);
            if (subject.isPresent()) subjects.add(subject.get());
            else sentences.add(sentence(declaration, signature));
        }
        if (!subjects.isEmpty()) let(subjects, sentences);
        return sentences;
    }

    /** Who is spoken of, and what is said; the predicate begins in the plural and may differ for one. */
    private record Subject(String words, String predicate, String predicateOfOne) {
        Subject(String words, String predicate) {
            this(words, predicate, predicate);
        }
    }

    private static void let(List<Subject> subjects, List<String> sentences) {
        List<String> words = new ArrayList<>(subjects.stream().map(Subject::words).toList());
        // A family ends with a comma of its own; between members of a list there is one already.
        for (int i = 0; i < words.size() - 2; i++)
            if (words.get(i).endsWith(",")) words.set(i, words.get(i).substring(0, words.get(i).length() - 1));
        sentences.add("Let " + RuleWords.listed(words)
                + (subjects.size() == 1 ? subjects.getFirst().predicateOfOne() : subjects.getFirst().predicate()) + ".");
        subjects.clear();
    }

    private static String alone(Subject subject) {
        return "Let " + subject.words() + subject.predicateOfOne() + ".";
    }

    private Optional<Subject> subject(Declaration declaration, Signature signature) {
        if (ofGraph(declaration, signature).isPresent()) return Optional.empty();
        return switch (declaration) {
            case Declaration.Parameter(String name, List<Range> ranges, Sort sort, List<Declaration.Bound> bounds) -> {
                String words = parameter(new Term.Symbol(name, indices(ranges), sort), bounds) + within(ranges);
                yield Optional.of(switch (sort) {
                    case Sort.Int() -> new Subject(words, " be integers", ranges.isEmpty() ? " be an integer" : " be integers");
                    case Sort.Real() -> new Subject(words, " be real numbers", ranges.isEmpty() ? " be a real number" : " be real numbers");
                    case Sort.Matrix ignored -> new Subject(words, " be constant");
                    case Sort.Tensor ignored -> new Subject(words, " be constant");
                });
            }
            case Declaration.Variable(String name, List<Range> ranges, Sort sort, Declaration.Motion motion) ->
                    Optional.of(new Subject(member(new Term.Symbol(name, indices(ranges), sort)) + within(ranges),
                            signature.flow(name).isPresent() ? " move in time"
                            : motion == Declaration.Motion.MOVING ? " be differentiable in time" : " be arbitrary"));
            case Declaration.Function ignored -> Optional.empty();
            case Declaration.Definition ignored -> Optional.empty();
            case Declaration.Flow ignored -> Optional.empty();
        };
    }

    /** The sentence for numbers 0 and 1 that are the edges of a graph, or a set of vertices of a graph declared before. */
    private Optional<String> ofGraph(Declaration declaration, Signature signature) {
        if (!(declaration instanceof Declaration.Parameter(String name, List<Range> ranges, Sort.Int(), List<Declaration.Bound> bounds)) || !isBit(bounds)
                || ranges.isEmpty() || !ranges.stream().allMatch(range -> range.low().equals(Term.number(1)) && range.upper().equals(ranges.getFirst().upper())
                        && range.upper().isPresent() && range.except().isEmpty())) return Optional.empty();
        String itself = notation.math(notation.term(new Term.Symbol(name, List.of(), Sort.INT)));
        String member = notation.math(notation.term(new Term.Symbol(name, indices(ranges), Sort.INT)));
        List<String> at = ranges.stream().map(range -> notation.math(notation.term(Term.index(range.index())))).toList();
        if (ranges.size() == 2)
            return Optional.of("Let " + itself + " be a directed graph on " + notation.math(notation.term(ranges.getFirst().high())) + " vertices: "
                    + member + " is 1 where an edge leads from " + at.getFirst() + " to " + at.getLast() + ", and 0 elsewhere.");
        boolean among = signature.declarations().stream().anyMatch(other -> other instanceof Declaration.Parameter(String n, List<Range> two, Sort.Int(),
                List<Declaration.Bound> bits) && two.size() == 2 && isBit(bits) && two.stream().allMatch(range -> range.upper().equals(ranges.getFirst().upper())));
        return ranges.size() == 1 && among ? Optional.of("Let " + itself + " be a set of vertices: " + member + " is 1 for the vertices "
                + at.getFirst() + " in it, and 0 for the others.") : Optional.empty();
    }

    private static boolean isBit(List<Declaration.Bound> bounds) {
        return bounds.equals(List.of(new Declaration.Bound(Comparison.AT_LEAST, Term.number(0)), new Declaration.Bound(Comparison.AT_MOST, Term.number(1))));
    }

    /** One declaration in a sentence. */
    String sentence(Declaration declaration, Signature signature) {
        Optional<String> graph = ofGraph(declaration, signature);
        if (graph.isPresent()) return graph.get();
        return switch (declaration) {
            case Declaration.Parameter ignored -> alone(subject(declaration, signature).orElseThrow());
            case Declaration.Variable ignored -> alone(subject(declaration, signature).orElseThrow());
            case Declaration.Function function -> function(function);
            case Declaration.Definition(String name, List<Range> ranges, Term body) ->
                    "Write " + notation.math(equation(new Term.Symbol(name, indices(ranges), body.sort()), notation.term(body))) + throughout(ranges) + ".";
            case Declaration.Flow flow -> flow(flow, signature);
        };
    }

    private String parameter(Term.Symbol symbol, List<Declaration.Bound> bounds) {
        if (bounds.isEmpty()) return symbol.sort().isScalar() ? notation.math(notation.term(symbol)) : member(symbol);
        return notation.math(bounds.stream().map(bound -> notation.term(symbol) + " " + notation.sign(bound.comparison()) + " "
                + notation.term(bound.term())).collect(Collectors.joining(", ")));
    }

    private String member(Term.Symbol symbol) {
        return notation.math(notation.in(notation.term(symbol), notation.set(symbol.sort())));
    }

    private String within(List<Range> ranges) {
        return ranges.isEmpty() ? "" : ", " + phrases.ranges(ranges) + ",";
    }

    private String throughout(List<Range> ranges) {
        return ranges.isEmpty() ? "" : " for " + phrases.ranges(ranges);
    }

    private static List<Term> indices(List<Range> ranges) {
        return ranges.stream().map(range -> Term.index(range.index())).toList();
    }

    private String equation(Term left, String right) {
        return notation.term(left) + " " + notation.sign(Comparison.EQUAL) + " " + right;
    }

    private String function(Declaration.Function function) {
        String map = notation.math(notation.map(notation.function(function.name()),
                function.arguments().stream().map(notation::set).toList(), notation.set(function.result())));
        if (function.body().isEmpty()) return "Let " + map + " be " + (function.smooth() && function.arguments().size() == 1
                ? "continuously differentiable with a locally Lipschitz gradient." : "any function.");
        Declaration.Body body = function.body().get();
        List<Term> formals = new ArrayList<>();
        for (int i = 0; i < body.formals().size(); i++) formals.add(new Term.Symbol(body.formals().get(i), List.of(), function.arguments().get(i)));
        return "Define " + map + " by " + notation.math(equation(new Term.Call(function.name(), formals, function.result()), notation.term(body.term()))) + ".";
    }

    /** The equation of motion for every member of the variable; its ranges are called as the flow calls its indices. */
    private String flow(Declaration.Flow flow, Signature signature) {
        Declaration.Variable variable = (Declaration.Variable) signature.find(flow.name()).orElseThrow();
        List<Range> ranges = new ArrayList<>();
        Substitution renaming = Substitution.NONE;
        for (int i = 0; i < flow.indices().size(); i++) {
            Range range = variable.indices().get(i);
            Substitution sofar = renaming;
            ranges.add(new Range(flow.indices().get(i), sofar.apply(range.low()), range.upper().map(sofar::apply),
                    range.except().map(sofar::apply)));
            Map<String, Term> names = new LinkedHashMap<>(renaming.replacements());
            names.put(range.index(), Term.index(flow.indices().get(i)));
            renaming = new Substitution(names);
        }
        Term.Symbol moved = new Term.Symbol(flow.name(), indices(ranges), renaming.apply(variable.sort()));
        String law = switch (flow.law()) {
            case Declaration.Law.Descends(Term potential, Optional<Term> rate) -> notation.descent(notation.term(moved), rate, potential);
            case Declaration.Law.Follows(Term velocity) -> notation.term(velocity);
        };
        String words = flow.law() instanceof Declaration.Law.Descends ? "The motion is the gradient flow " : "The motion is ";
        return words + notation.math(equation(new Term.Rate(moved), law)) + throughout(ranges) + ".";
    }

    /** Whether anything depends on time, so that it matters when an assumption holds. */
    static boolean moves(Statement statement) {
        return statement.signature().declarations().stream().anyMatch(declaration -> declaration instanceof Declaration.Flow
                || declaration instanceof Declaration.Variable(var name, var ranges, var sort, Declaration.Motion motion) && motion == Declaration.Motion.MOVING);
    }

    /** The assumption in words, with its time where that matters. */
    String assumption(Hypothesis hypothesis, boolean moves) {
        String when = switch (hypothesis.when()) {
            case NOW -> "";
            case ALWAYS -> "at all times, ";
            case INITIALLY -> "at the start, ";
        };
        return (moves ? when : "") + phrases.sentence(hypothesis.formula());
    }
}
