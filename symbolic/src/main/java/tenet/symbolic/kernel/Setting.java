package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.algebra.Entrywise;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.algebra.IndexFacts;
import tenet.symbolic.algebra.NormalForm;
import tenet.symbolic.algebra.Normalizer;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * What a rule sees of one step: the statement, the step, its checked premises, and normal forms under what is known
 * there. Trusted.
 *
 * <p>When the step concludes something about the start of the motion, {@code initially c}, rules work on {@code c}, and
 * a premise counts as what it says of the start: {@code initially p} as {@code p}, and a premise that holds at every
 * time as itself.
 */
final class Setting {
    final Statement statement;
    final Certificate.Step step;
    final List<Line> premises;
    final Map<String, Statement> lemmas;
    final Map<String, Theorem> theorems;
    final Set<String> lemmasUsed = new TreeSet<>();
    private int quantifiers;

    Setting(Statement statement, Certificate.Step step, List<Line> premises, Map<String, Statement> lemmas, Map<String, Theorem> theorems) {
        this.statement = statement;
        this.step = step;
        this.premises = premises;
        this.lemmas = lemmas;
        this.theorems = theorems;
    }

    boolean atStart() {
        return step.conclusion() instanceof Formula.Initially;
    }

    /** What the step concludes, of the time it speaks of. */
    Formula conclusion() {
        return step.conclusion() instanceof Formula.Initially(Formula body) ? body : step.conclusion();
    }

    /** What a premise says of the time the step speaks of. @throws Rejection when it speaks of another time */
    Formula premise(int position) {
        if (position >= premises.size()) throw new Rejection("it needs at least " + (position + 1) + " premises");
        return spoken(premises.get(position));
    }

    Formula spoken(Line line) {
        boolean start = line.conclusion() instanceof Formula.Initially;
        if (!atStart()) {
            if (start) throw new Rejection("step " + line.step().number() + " speaks of the start only");
            return line.conclusion();
        }
        if (line.conclusion() instanceof Formula.Initially(Formula body)) return body;
        if (!line.always()) throw new Rejection("step " + line.step().number() + " rests on " + line.now() + ", which may fail at the start");
        return line.conclusion();
    }

    Formula.Relation relation() {
        return relation(conclusion());
    }

    static Formula.Relation relation(Formula formula) {
        if (formula instanceof Formula.Relation relation) return relation;
        throw new Rejection("expected a relation between two terms, not: " + formula);
    }

    void premiseCount(int count) {
        if (premises.size() != count) throw new Rejection("it takes " + count + " premises, not " + premises.size());
    }

    /** Rejects arguments that the rule has no use for. */
    void arguments(Set<String> known) {
        for (String name : step.arguments().keySet())
            if (!known.contains(name)) throw new Rejection("it has no argument called " + name);
    }

    /** What is known of indices and signs: parameter bounds, the ranges of fixed indices, and premises from a position on. */
    Facts facts(int from) {
        Facts facts = Facts.of(IndexFacts.NONE);
        for (Formula fact : statement.signature().parameterFacts()) facts = facts.with(-1, fact);
        for (Range range : step.fixed()) facts = facts.within(range);
        for (int i = from; i < premises.size(); i++) facts = facts.with(i, expanded(premise(i)));
        return facts;
    }

    /** What is known of every time: as {@link #facts}, from the premises that hold at every time. */
    Facts alwaysFacts(int from) {
        Facts facts = Facts.of(IndexFacts.NONE);
        for (Formula fact : statement.signature().parameterFacts()) facts = facts.with(-1, fact);
        for (Range range : step.fixed()) facts = facts.within(range);
        for (int i = from; i < premises.size(); i++)
            if (premises.get(i).always()) facts = facts.with(i, expanded(premises.get(i).conclusion()));
        return facts;
    }

    /** A premise in primitive notions; one whose derivatives have side conditions, or no rule, stays as it is written. */
    private Formula expanded(Formula formula) {
        return switch (formula) {
            case Formula.Relation(Comparison comparison, Term left, Term right) when left.sort().isScalar() -> {
                List<Condition> conditions = new ArrayList<>();
                try {
                    Expansion expansion = new Expansion(statement.signature(), conditions::add);
                    Formula primitive = new Formula.Relation(comparison, expansion.expand(left), expansion.expand(right));
                    yield conditions.isEmpty() ? primitive : formula;
                } catch (IllTyped e) {
                    yield formula;
                }
            }
            case Formula.Relation relation -> relation;
            case Formula.And(List<Formula> parts) -> new Formula.And(parts.stream().map(this::expanded).toList());
            case Formula.ForAll(Range range, Formula body) -> new Formula.ForAll(range, expanded(body));
            case Formula.ForEvery every -> every;
            case Formula.Initially initially -> initially;
        };
    }

    /** Rejects premises that did nothing: a certificate says neither more nor less than what is needed. */
    void requireUsed(Facts facts, int from) {
        for (int i = from; i < premises.size(); i++)
            if (!facts.used().contains(i) && !integerFact(premise(i)))
                throw new Rejection("premise " + premises.get(i).step().number() + " is not needed");
    }

    private static boolean integerFact(Formula formula) {
        return formula instanceof Formula.Relation relation && relation.left().sort() instanceof Sort.Int && relation.right().sort() instanceof Sort.Int;
    }

    /** The term in primitive notions. @throws Rejection when a side condition of a derivative is not known to hold */
    Term primitive(Term term, Facts facts) {
        List<Condition> conditions = new ArrayList<>();
        Term expanded = new Expansion(statement.signature(), conditions::add).expand(term);
        // The conditions of an expansion may themselves contain definitions; they are primitive already where they matter.
        for (Condition condition : conditions) require(condition, facts);
        return expanded;
    }

    private void require(Condition condition, Facts facts) {
        Facts inside = facts;
        Formula formula = condition.formula();
        List<Range> ranges = new ArrayList<>(condition.under());
        for (int i = 0; i < ranges.size(); i++) {
            // Bound names get names of their own, so that they are not taken for fixed indices of the same name.
            Range range = ranges.get(i);
            String fresh = "#c" + i;
            Substitution renaming = Substitution.of(range.index(), Term.index(fresh));
            inside = inside.within(range.renamed(fresh));
            formula = Formula.substitute(renaming, formula);
            for (int j = i + 1; j < ranges.size(); j++) {
                Range later = ranges.get(j);
                ranges.set(j, new Range(later.index(), renaming.apply(later.low()), later.upper().map(renaming::apply), later.except().map(renaming::apply)));
            }
        }
        if (!inside.holds((Formula.Relation) formula)) throw new Rejection("the side condition " + formula
                + (condition.under().isEmpty() ? "" : " for " + condition.under()) + " is not known to hold");
    }

    NormalForm normal(Term term, Facts facts) {
        return new Normalizer(facts).of(primitive(term, facts));
    }

    boolean equal(Term a, Term b, Facts facts) {
        return Sort.same(real(a.sort()), real(b.sort())) && normal(a, facts).equals(normal(b, facts));
    }

    private static Sort real(Sort sort) {
        return sort.isScalar() ? Sort.REAL : sort;
    }

    /** Equality of matrices of literal shape entry by entry, or of scalars made from them. */
    boolean equalEntrywise(Term a, Term b, Facts facts) {
        Term left = Entrywise.of(primitive(a, facts));
        Term right = Entrywise.of(primitive(b, facts));
        if (left instanceof Term.MatrixLiteral l && right instanceof Term.MatrixLiteral r) {
            List<Term> ours = l.children();
            List<Term> theirs = r.children();
            if (ours.size() != theirs.size()) return false;
            Normalizer normalizer = new Normalizer(facts);
            for (int i = 0; i < ours.size(); i++) if (!normalizer.of(ours.get(i)).equals(normalizer.of(theirs.get(i)))) return false;
            return true;
        }
        return left.sort().isScalar() && right.sort().isScalar() && new Normalizer(facts).of(left).equals(new Normalizer(facts).of(right));
    }

    /** Whether two formulas say the same up to normal forms. */
    boolean equivalent(Formula a, Formula b, Facts facts) {
        if (Alpha.same(a, b)) return true;
        return switch (a) {
            case Formula.Relation(Comparison comparison, Term left, Term right) -> b instanceof Formula.Relation(Comparison other, Term l, Term r)
                    && comparison == other && equal(left, l, facts) && equal(right, r, facts);
            case Formula.And(List<Formula> parts) -> {
                if (!(b instanceof Formula.And(List<Formula> others)) || parts.size() != others.size()) yield false;
                for (int i = 0; i < parts.size(); i++) if (!equivalent(parts.get(i), others.get(i), facts)) yield false;
                yield true;
            }
            case Formula.ForAll(Range range, Formula body) -> {
                if (!(b instanceof Formula.ForAll(Range other, Formula otherBody)) || !Alpha.same(range, other.renamed(range.index()))) yield false;
                // A name of its own, so that nothing known of a fixed index of the same name is taken for the bound one.
                Term fresh = Term.index("#q" + quantifiers++);
                yield equivalent(Formula.substitute(Substitution.of(range.index(), fresh), body),
                        Formula.substitute(Substitution.of(other.index(), fresh), otherBody), facts.within(range.renamed(fresh.toString())));
            }
            case Formula.ForEvery ignored -> false;
            case Formula.Initially(Formula body) -> b instanceof Formula.Initially(Formula other) && equivalent(body, other, facts);
        };
    }

    /** Whether a comparison, perhaps for all indices of ranges, certainly holds: by arithmetic and known signs. */
    boolean known(Formula formula, Facts facts) {
        return switch (formula) {
            case Formula.Relation(Comparison comparison, Term left, Term right) when left.sort() instanceof Sort.Int && right.sort() instanceof Sort.Int ->
                    facts.holds(new Formula.Relation(comparison, left, right));
            case Formula.Relation(Comparison comparison, Term left, Term right) when left.sort().isScalar() ->
                    facts.holds(new Formula.Relation(comparison, primitive(left, facts), primitive(right, facts)));
            case Formula.ForAll(Range range, Formula body) -> {
                // A name of its own, so that nothing known of a fixed index of the same name is taken for the bound one.
                Term fresh = Term.index("#q" + quantifiers++);
                yield known(Formula.substitute(Substitution.of(range.index(), fresh), body), facts.within(range.renamed(fresh.toString())));
            }
            default -> false;
        };
    }

    /** That indices lie in the ranges, in order. */
    void requireInRange(List<Range> ranges, Map<String, Term> values, Facts facts) {
        if (!facts.inRange(ranges, values)) throw new Rejection("the indices " + values + " are not known to lie in " + ranges);
    }
}
