package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.algebra.Entrywise;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.algebra.IndexFacts;
import tenet.symbolic.algebra.NormalForm;
import tenet.symbolic.algebra.Normalizer;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Expansion;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Term;

/** Terms as the search sees them in a scope: expanded and in normal form under every sign that is known there. */
final class Reading {
    private final Statement statement;
    private final Proof.Scope scope;
    private final Facts facts;
    private final boolean opaque;
    private final boolean written;

    Reading(Proof proof, Proof.Scope scope, Known known) {
        this(proof, scope, known, false);
    }

    /** @param opaque whether definitions and time derivatives are left as they are written */
    Reading(Proof proof, Proof.Scope scope, Known known, boolean opaque) {
        this.statement = proof.statement();
        this.scope = scope;
        this.opaque = opaque;
        this.written = false;
        Facts all = Facts.of(IndexFacts.NONE);
        for (Formula fact : statement.signature().parameterFacts()) all = all.with(-1, fact);
        for (Range range : scope.fixed()) all = all.within(range);
        for (Known.Fact fact : known.all()) {
            var seen = Known.seen(fact, scope, proof);
            if (seen.isPresent()) all = all.with(fact.step(), expanded(seen.get()));
        }
        this.facts = all;
    }

    private Reading(Statement statement, Proof.Scope scope, Facts facts, boolean opaque, boolean written) {
        this.statement = statement;
        this.scope = scope;
        this.facts = facts;
        this.opaque = opaque;
        this.written = written;
    }

    /** A reading that leaves terms as they are. */
    Reading asWritten() {
        return new Reading(statement, scope, facts, true, true);
    }

    private Formula expanded(Formula formula) {
        return switch (formula) {
            case Formula.Relation(var comparison, Term left, Term right) when left.sort().isScalar() -> {
                try {
                    yield new Formula.Relation(comparison, primitive(left), primitive(right));
                } catch (IllTyped e) {
                    // A derivative without a rule: the formula tells nothing of signs.
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

    Reading within(List<Range> ranges) {
        Facts inner = facts;
        for (Range range : ranges) inner = inner.within(range);
        return new Reading(statement, scope, inner, opaque, written);
    }

    Facts facts() {
        return facts;
    }

    Term primitive(Term term) {
        return opaque ? term : new Expansion(statement.signature()).expand(term);
    }

    Term normal(Term term) {
        if (written) return term;
        return new Normalizer(facts).normal(primitive(term));
    }

    /** Normal form of a term that is primitive already. */
    Term renormal(Term term) {
        if (written) return term;
        return new Normalizer(facts).normal(term);
    }

    /** The norm of a matrix of literal shape as the entries' sum of squares. */
    Term squaredNorm(Term matrix) {
        return Entrywise.of(Term.power(Term.apply(Operator.NORM, matrix), Term.number(2)));
    }

    NormalForm entrywise(Term term) {
        return new Normalizer(facts).of(Entrywise.keepingNorms(primitive(term)));
    }

    /** Bound indices of normal forms under names that a reader, and the kernel, accepts. */
    Map<String, String> readableNames(List<Term> terms) {
        Set<String> taken = new TreeSet<>();
        for (Declaration declaration : statement.signature().declarations()) taken.add(declaration.name());
        for (Range range : scope.fixed()) taken.add(range.index());
        Set<String> machine = new TreeSet<>();
        for (Term term : terms) {
            taken.addAll(Names.free(term));
            collect(term, machine);
        }
        Map<String, String> names = new LinkedHashMap<>();
        List<String> letters = new ArrayList<>(List.of("k", "j", "i", "m", "n", "q", "h"));
        for (String name : machine) {
            String chosen = letters.stream().filter(letter -> !taken.contains(letter)).findFirst().orElseGet(() -> Names.fresh("k", taken));
            taken.add(chosen);
            names.put(name, chosen);
        }
        return names;
    }

    private static void collect(Term term, Set<String> machine) {
        if (term instanceof Term.Big big && big.range().index().startsWith("#")) machine.add(big.range().index());
        if (term instanceof Term.Contract contract && contract.range().index().startsWith("#")) machine.add(contract.range().index());
        term.children().forEach(child -> collect(child, machine));
    }

    /** Renames bound indices and their uses throughout; the new names are fresh, so nothing is captured. */
    static Term renamed(Term term, Map<String, String> names) {
        Term mapped = switch (term) {
            case Term.Symbol symbol when symbol.indices().isEmpty() && names.containsKey(symbol.name()) -> Term.index(names.get(symbol.name()));
            // Shapes mention indices too, so the sort is renamed with them.
            case Term.Symbol symbol -> new Term.Symbol(symbol.name(), symbol.indices().stream().map(index -> renamed(index, names)).toList(),
                    new tenet.symbolic.term.Substitution(asTerms(names)).apply(symbol.sort()));
            case Term.Big big -> Term.big(big.operator(), renamed(big.range(), names), renamed(big.body(), names));
            case Term.Contract contract -> new Term.Contract(renamed(contract.tensor(), names), renamed(contract.range(), names), renamed(contract.body(), names));
            default -> term.map(child -> renamed(child, names));
        };
        return mapped;
    }

    private static Map<String, Term> asTerms(Map<String, String> names) {
        Map<String, Term> terms = new LinkedHashMap<>();
        names.forEach((old, name) -> terms.put(old, Term.index(name)));
        return terms;
    }

    private static Range renamed(Range range, Map<String, String> names) {
        return new Range(names.getOrDefault(range.index(), range.index()), renamed(range.low(), names),
                range.upper().map(bound -> renamed(bound, names)), range.except().map(bound -> renamed(bound, names)));
    }
}
