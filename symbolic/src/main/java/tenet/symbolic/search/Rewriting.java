package tenet.symbolic.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Leads one term to another by replacing equals by equals, breadth first from both ends until they meet. Untrusted: the
 * path becomes kernel steps.
 */
final class Rewriting {
    private static final int MOST_TERMS = 160;
    private static final int LONGEST = 14_000;

    private final Proof proof;
    private final Proof.Scope scope;
    private final Known known;
    private final Reading reading;
    private final List<Equation> equations = new ArrayList<>();
    private final Set<String> failed = new LinkedHashSet<>();

    /** A known equation, perhaps for all indices of ranges; its sides in normal form under variables {@code ?i}. */
    private record Equation(Known.Fact fact, List<String> quantified, List<Range> ranges, Words left, Words right, Term leftSide, Term rightSide,
                            List<Isolated> isolated) {
    }

    /** A summand of a side that is a sum, to be replaced by the rest of the equation. */
    private record Isolated(Words pattern, Term summand, Rational coefficient) {
    }

    /** How a term was reached: by which equation, at which indices, in which context, in which direction. */
    private record Move(Term from, Term to, Equation equation, Map<String, Term> values, Term context, boolean forwards) {
    }

    /** @param opaque whether definitions and time derivatives are taken as they are written */
    Rewriting(Proof proof, Proof.Scope scope, Known known, List<Known.Fact> facts, boolean opaque) {
        this.proof = proof;
        this.scope = scope;
        this.known = known;
        this.reading = new Reading(proof, scope, known, opaque);
        for (Known.Fact fact : facts) Known.seen(fact, scope, proof).ifPresent(formula -> add(fact, formula));
    }

    boolean hasEquations() {
        return !equations.isEmpty();
    }

    private void add(Known.Fact fact, Formula formula) {
        List<String> quantified = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        Formula body = formula;
        while (body instanceof Formula.ForAll(Range range, Formula inner)) {
            String name = "?" + range.index();
            quantified.add(name);
            ranges.add(range.renamed(name));
            body = Formula.substitute(Substitution.of(range.index(), Term.index(name)), inner);
        }
        if (!(body instanceof Formula.Relation(Comparison comparison, Term left, Term right)) || comparison != Comparison.EQUAL) return;
        if (left.sort() instanceof Sort.Tensor) return;
        try {
            Reading inside = reading.within(ranges);
            Term l = inside.normal(left);
            Term r = inside.normal(right);
            Set<String> variables = new LinkedHashSet<>(quantified);
            equations.add(new Equation(fact, quantified, ranges, new Words(l, variables), new Words(r, variables), left, right,
                    isolated(inside.normal(Term.subtract(left, right)), variables, l, r)));
        } catch (IllTyped e) {
            // An equation whose derivative has no rule cannot be used for rewriting.
        }
    }

    /** The summands of {@code left - right} when a side is a sum or zero, so that no side can be looked for as it stands. */
    private static List<Isolated> isolated(Term difference, Set<String> variables, Term left, Term right) {
        boolean plain = new Words(left, variables).usable() || new Words(right, variables).usable();
        if (plain || !(difference instanceof Term.Apply(Operator op, List<Term> summands, Sort s)) || op != Operator.ADD || summands.size() > 4) return List.of();
        List<Isolated> isolated = new ArrayList<>();
        for (Term summand : summands) {
            Words pattern = new Words(summand, variables);
            if (pattern.usable()) isolated.add(new Isolated(pattern.monic(), pattern.monicTerm(), pattern.coefficient()));
        }
        return isolated;
    }

    /** Steps from left to right, as one equation; empty when none is found within the limits. */
    Optional<Integer> prove(Term left, Term right, String reason) {
        Term start = reading.normal(left);
        Term goal = reading.normal(right);
        Map<String, Optional<Move>> fromStart = new LinkedHashMap<>();
        Map<String, Optional<Move>> fromGoal = new LinkedHashMap<>();
        fromStart.put(start.toString(), Optional.empty());
        fromGoal.put(goal.toString(), Optional.empty());
        Queue<Term> startQueue = new ArrayDeque<>(List.of(start));
        Queue<Term> goalQueue = new ArrayDeque<>(List.of(goal));
        while (!startQueue.isEmpty() || !goalQueue.isEmpty()) {
            Optional<String> meeting = expand(startQueue, fromStart, fromGoal);
            if (meeting.isEmpty()) meeting = expand(goalQueue, fromGoal, fromStart);
            if (meeting.isPresent()) {
                Optional<Integer> step = emit(left, right, path(meeting.get(), fromStart), path(meeting.get(), fromGoal), reason);
                if (step.isPresent()) return step;
                // The kernel did not accept the path; another one may do.
                failed.add(meeting.get());
            }
            if (fromStart.size() + fromGoal.size() > MOST_TERMS) return Optional.empty();
        }
        return Optional.empty();
    }

    /** One replacement in a term just as its author wrote it, for parts that its normal form hides. */
    Optional<Integer> proveAsWritten(Term left, Term right, String reason) {
        Rewriting written = new Rewriting(this);
        for (Move move : written.moves(left))
            if (reading.normal(move.to()).equals(reading.normal(right))) {
                Optional<Integer> step = emit(left, right, List.of(move), List.of(), reason);
                if (step.isPresent()) return step;
            }
        for (Move move : written.moves(right))
            if (reading.normal(move.to()).equals(reading.normal(left))) {
                Optional<Integer> step = emit(left, right, List.of(), List.of(move), reason);
                if (step.isPresent()) return step;
            }
        return Optional.empty();
    }

    /** The same equations, their sides as written, on terms as written. */
    private Rewriting(Rewriting other) {
        this.proof = other.proof;
        this.scope = other.scope;
        this.known = other.known;
        this.reading = other.reading.asWritten();
        for (Equation equation : other.equations) {
            Set<String> variables = new LinkedHashSet<>(equation.quantified());
            equations.add(new Equation(equation.fact(), equation.quantified(), equation.ranges(), new Words(equation.leftSide(), variables),
                    new Words(equation.rightSide(), variables), equation.leftSide(), equation.rightSide(), List.of()));
        }
    }

    private Optional<String> expand(Queue<Term> queue, Map<String, Optional<Move>> seen, Map<String, Optional<Move>> others) {
        Term term = queue.poll();
        if (term == null) return Optional.empty();
        for (Move move : moves(term)) {
            if (Thread.currentThread().isInterrupted()) throw new Proof.Interrupted();
            String key = move.to().toString();
            if (seen.containsKey(key) || key.length() > LONGEST) continue;
            seen.put(key, Optional.of(move));
            queue.add(move.to());
            if (others.containsKey(key) && !failed.contains(key)) return Optional.of(key);
        }
        return Optional.empty();
    }

    private List<Move> moves(Term term) {
        List<Move> moves = new ArrayList<>();
        for (Equation equation : equations)
            for (boolean forwards : new boolean[] {true, false}) {
                Words pattern = forwards ? equation.left() : equation.right();
                if (!pattern.usable()) continue;
                for (Words.Place place : pattern.places(term))
                    for (Map<String, Term> values : completed(equation, place.values())) move(term, equation, place, values, forwards).ifPresent(moves::add);
            }
        for (Equation equation : equations)
            for (Isolated summand : equation.isolated())
                for (Words.Place place : summand.pattern().places(term))
                    for (Map<String, Term> values : completed(equation, place.values())) isolate(term, equation, summand, place, values).ifPresent(moves::add);
        return moves;
    }

    /** With {@code l = r} and c M a summand of l - r: M is {@code M + (? - l)/c} at l, and free of M at r. */
    private Optional<Move> isolate(Term term, Equation equation, Isolated summand, Words.Place place, Map<String, Term> values) {
        if (outOfRange(equation, values)) return Optional.empty();
        try {
            Substitution at = new Substitution(values);
            Term left = at.apply(equation.leftSide());
            Term hole = Certificate.hole(left.sort() instanceof Sort.Int ? Sort.REAL : left.sort());
            Term rest = Term.subtract(hole, left);
            if (!summand.coefficient().equals(Rational.ONE)) rest = Term.multiply(Term.number(summand.coefficient().inverse()), rest);
            Term context = place.context().apply(Term.add(at.apply(summand.summand()), rest));
            Term to = reading.renormal(reading.primitive(plug(context, at.apply(equation.rightSide()))));
            return Optional.of(new Move(term, to, equation, values, context, true));
        } catch (IllTyped e) {
            // The place does not take a term of this shape.
            return Optional.empty();
        }
    }

    private Optional<Move> move(Term term, Equation equation, Words.Place place, Map<String, Term> values, boolean forwards) {
        if (outOfRange(equation, values)) return Optional.empty();
        try {
            Substitution at = new Substitution(values);
            Term by = at.apply(forwards ? equation.rightSide() : equation.leftSide());
            Term context = place.context().apply(Certificate.hole(by.sort() instanceof Sort.Int ? Sort.REAL : by.sort()));
            Term to = reading.renormal(plug(context, reading.primitive(by)));
            return Optional.of(new Move(term, to, equation, values, context, forwards));
        } catch (IllTyped e) {
            // The place does not take a term of this shape.
            return Optional.empty();
        }
    }

    /** Whether the instance is certainly no instance; for indices bound in the term the kernel decides. */
    private boolean outOfRange(Equation equation, Map<String, Term> values) {
        boolean bound = values.values().stream().flatMap(value -> Names.free(value).stream()).anyMatch(name ->
                proof.statement().signature().find(name).isEmpty() && scope.fixed().stream().noneMatch(range -> range.index().equals(name)));
        return !bound && !reading.facts().inRange(equation.ranges(), values);
    }

    static Term plug(Term context, Term term) {
        if (context instanceof Term.Symbol symbol && symbol.name().equals("?")) return term;
        return context.map(child -> plug(child, term));
    }

    /** Values for indices that the pattern leaves open: the ends of their ranges, and the indices at hand. */
    private List<Map<String, Term>> completed(Equation equation, Map<String, Term> values) {
        List<Map<String, Term>> all = new ArrayList<>(List.of(values));
        for (int i = 0; i < equation.quantified().size(); i++) {
            String name = equation.quantified().get(i);
            if (values.containsKey(name)) continue;
            Range range = equation.ranges().get(i);
            List<Map<String, Term>> more = new ArrayList<>();
            for (Map<String, Term> partial : all) {
                Substitution at = new Substitution(partial);
                List<Term> candidates = new ArrayList<>(List.of(at.apply(range.low())));
                if (range.upper().isPresent() && !IndexPolynomial.equal(range.high(), range.low())) candidates.add(at.apply(range.high()));
                scope.fixed().forEach(fixed -> candidates.add(Term.index(fixed.index())));
                for (Term candidate : candidates) {
                    Map<String, Term> filled = new LinkedHashMap<>(partial);
                    filled.put(name, candidate);
                    more.add(filled);
                }
            }
            all = more;
        }
        return all;
    }

    private static List<Move> path(String key, Map<String, Optional<Move>> seen) {
        List<Move> path = new ArrayList<>();
        Optional<Move> move = seen.get(key);
        while (move.isPresent()) {
            path.addFirst(move.get());
            move = seen.get(move.get().from().toString());
        }
        return path;
    }

    /** Turns the two half paths into rewriting steps between the author's own sides. */
    private Optional<Integer> emit(Term left, Term right, List<Move> there, List<Move> back, String reason) {
        List<Move> moves = new ArrayList<>(there);
        List<Term> stations = new ArrayList<>(List.of(left));
        there.forEach(move -> stations.add(move.to()));
        for (Move move : back.reversed()) {
            moves.add(move);
            stations.add(move.from());
        }
        stations.removeLast();
        stations.add(right);
        List<Term> all = new ArrayList<>(stations);
        moves.forEach(move -> all.add(move.context()));
        Map<String, String> names = reading.readableNames(all);
        List<Integer> links = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            Formula conclusion = Formula.equal(Reading.renamed(stations.get(i), names), Reading.renamed(stations.get(i + 1), names));
            Map<String, Term> arguments = new LinkedHashMap<>();
            arguments.put("context", Reading.renamed(move.context(), names));
            for (String name : move.equation().quantified())
                arguments.put(argumentName(name, arguments.keySet()), Reading.renamed(move.values().get(name), names));
            Proof.Proposal proposal = new Proof.Proposal(conclusion, "rewrite", Optional.empty(), List.of(move.equation().fact().step()), arguments, reason);
            Optional<Integer> link = proof.add(scope, proposal, signs());
            if (link.isEmpty()) {
                return Optional.empty();
            }
            links.add(link.get());
        }
        if (links.size() == 1) return Optional.of(links.getFirst());
        return proof.add(scope, Proof.Proposal.of(Formula.equal(left, right), "chain", links, reason));
    }

    private static String argumentName(String variable, Set<String> taken) {
        return Names.fresh(variable.substring(1), taken);
    }

    private List<Integer> signs() {
        return known.signs(scope, proof);
    }
}
