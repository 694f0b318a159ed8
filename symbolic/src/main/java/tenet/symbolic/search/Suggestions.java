package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * What an author could cite for a goal without hints: instances of laws (lemmas and theorems without hypotheses) that speak of
 * terms of the goal. A law is tied to the terms it is about, {@code max(p, q) >= p} to every maximum. Untrusted.
 */
final class Suggestions {
    /** The search weighs all of them against each other. */
    private static final int MOST = 14;
    /** The theorem whose instances are squares of vectors. */
    private static final String SQUARE = "norm_square";
    /** The theorem that a positive number divided by itself is one, of which normal forms know nothing where it is a sum. */
    private static final String QUOTIENT = "num.self-quotient";

    private static final String TRIANGLE = "num.triangle";
    private static final int MOST_DETOURS = 6;

    private final Map<String, Statement> laws;

    /** @param laws by id; those that suggest nothing are passed over */
    Suggestions(Map<String, Statement> laws) {
        this.laws = laws;
    }

    /** Hints with terms for all that the law declares but sizes, about the terms of these relations. */
    List<Derivation.Reason.Fact> of(List<Formula.Relation> relations) {
        Set<Derivation.Reason.Fact> found = new LinkedHashSet<>();
        Set<Term> terms = terms(relations);
        Set<Term> vectors = squares(terms);
        laws.forEach((id, law) -> {
            if (isLaw(law)) matched(id, law, terms, found);
        });
        if (laws.containsKey(TRIANGLE)) detours(terms).forEach(pair -> found.add(reason(TRIANGLE, pair)));
        if (laws.containsKey(SQUARE)) vectors.forEach(vector -> found.add(reason(SQUARE, List.of(vector))));
        found.addAll(quotients(relations));
        return found.stream().limit(MOST).toList();
    }

    /** The same for the laws of these ids alone, with hypotheses or without. */
    List<Derivation.Reason.Fact> of(List<Formula.Relation> relations, Set<String> named) {
        Set<Derivation.Reason.Fact> found = new LinkedHashSet<>();
        Set<Term> terms = terms(relations);
        squares(terms);
        named.stream().filter(id -> isAboutValues(laws.get(id))).forEach(id -> matched(id, laws.get(id), terms, found));
        return found.stream().limit(MOST).toList();
    }

    /** That squares of vectors in these relations are not negative. */
    List<Derivation.Reason.Fact> squares(List<Formula.Relation> relations) {
        if (!laws.containsKey(SQUARE)) return List.of();
        return squares(terms(relations)).stream().map(vector -> reason(SQUARE, List.of(vector))).limit(MOST).toList();
    }

    /** That sums in denominators divided by themselves are one. */
    List<Derivation.Reason.Fact> quotients(List<Formula.Relation> relations) {
        if (!laws.containsKey(QUOTIENT)) return List.of();
        return denominators(terms(relations)).stream().map(sum -> reason(QUOTIENT, List.of(sum))).toList();
    }

    private static Set<Term> terms(List<Formula.Relation> relations) {
        Set<Term> terms = new LinkedHashSet<>();
        for (Formula.Relation relation : relations) {
            subterms(relation.left(), Set.of(), terms);
            subterms(relation.right(), Set.of(), terms);
        }
        return terms;
    }

    private Derivation.Reason.Fact reason(String id, List<Term> values) {
        return reason(id, laws.get(id), values);
    }

    private static Derivation.Reason.Fact reason(String id, Statement law, List<Term> values) {
        Map<String, Term> named = new LinkedHashMap<>();
        List<Declaration> open = open(law);
        for (int i = 0; i < open.size(); i++) named.put(open.get(i).name(), values.get(i));
        return new Derivation.Reason.Fact(id, List.of(), named);
    }

    private static boolean isLaw(Statement law) {
        return law.hypotheses().isEmpty() && isAboutValues(law);
    }

    /** A relation between numbers about single values: no families, functions or motions. */
    private static boolean isAboutValues(Statement law) {
        return !relations(law).isEmpty() && relations(law).stream().allMatch(relation -> relation.left().sort().isScalar())
                && law.signature().declarations().stream().allMatch(declaration -> switch (declaration) {
                    case Declaration.Parameter parameter -> parameter.indices().isEmpty();
                    case Declaration.Variable variable -> variable.indices().isEmpty();
                    case Declaration.Function ignored -> false;
                    case Declaration.Definition ignored -> false;
                    case Declaration.Flow ignored -> false;
                }) && !open(law).isEmpty();
    }

    /** What it concludes, one comparison or several at once. */
    private static List<Formula.Relation> relations(Statement law) {
        List<Formula> parts = law.conclusion() instanceof Formula.And(List<Formula> all) ? all : List.of(law.conclusion());
        return parts.stream().allMatch(Formula.Relation.class::isInstance) ? parts.stream().map(Formula.Relation.class::cast).toList() : List.of();
    }

    /** What a hint has to give: all but the sizes, which the shapes tell. */
    private static List<Declaration> open(Statement law) {
        return law.signature().declarations().stream().filter(declaration -> !(sort(declaration) instanceof Sort.Int)).toList();
    }

    private static Sort sort(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Parameter parameter -> parameter.sort();
            case Declaration.Variable variable -> variable.sort();
            default -> Sort.REAL;
        };
    }

    private static void matched(String id, Statement law, Set<Term> terms, Set<Derivation.Reason.Fact> found) {
        Set<Term> parts = terms(relations(law));
        Set<String> open = new LinkedHashSet<>(open(law).stream().map(Declaration::name).toList());
        List<Term> subjects = parts.stream().filter(Suggestions::isSubject).toList();
        // A subject that has everything is better than two that have it together.
        List<Term> whole = subjects.stream().filter(subject -> Names.free(subject).containsAll(open)).toList();
        for (Term subject : whole)
            for (Term term : terms) match(subject, term, open, Map.of()).ifPresent(values -> add(id, law, values, found));
        if (!whole.isEmpty()) return;
        for (int i = 0; i < subjects.size(); i++)
            for (int j = i + 1; j < subjects.size(); j++) {
                Set<String> both = new LinkedHashSet<>(Names.free(subjects.get(i)));
                both.addAll(Names.free(subjects.get(j)));
                if (!both.containsAll(open)) continue;
                for (Term first : terms)
                    for (Term second : terms) {
                        if (first.equals(second)) continue;
                        Term other = subjects.get(j);
                        match(subjects.get(i), first, open, Map.of()).flatMap(values -> match(other, second, open, values))
                                .ifPresent(values -> add(id, law, values, found));
                    }
                return;
            }
    }

    private static void add(String id, Statement law, Map<String, Term> values, Set<Derivation.Reason.Fact> found) {
        found.add(reason(id, law, open(law).stream().map(declaration -> values.get(declaration.name())).toList()));
    }

    /** A term that a law may be about: one with an operator that sums and products do not explain. */
    private static boolean isSubject(Term term) {
        return term instanceof Term.Apply apply && switch (apply.operator()) {
            case MAXIMUM, MINIMUM, EXPONENTIAL, LOGARITHM, NORM, INNER, DETERMINANT, ABSOLUTE, NUCLEAR_NORM, SPECTRAL_NORM, RANK -> true;
            case ADD, NEGATE, MULTIPLY, DIVIDE, POWER, TRANSPOSE, TRACE, ADJUGATE, INVERSE, ENTRY, SQUARE_ROOT, IDENTITY, ZERO, SCHATTEN,
                 SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE -> false;
        };
    }

    // Matching: names of the law stand for any terms of their sort.

    private static Optional<Map<String, Term>> match(Term pattern, Term term, Set<String> open, Map<String, Term> before) {
        Map<String, Term> values = new LinkedHashMap<>(before);
        return matches(pattern, term, open, values) ? Optional.of(values) : Optional.empty();
    }

    private static boolean matches(Term pattern, Term term, Set<String> open, Map<String, Term> values) {
        if (pattern instanceof Term.Symbol symbol && symbol.indices().isEmpty() && open.contains(symbol.name())) {
            if (symbol.sort().isScalar() != term.sort().isScalar() || symbol.sort() instanceof Sort.Tensor || term.sort() instanceof Sort.Tensor) return false;
            Term known = values.putIfAbsent(symbol.name(), term);
            return known == null || known.equals(term);
        }
        if (pattern instanceof Term.Number) return pattern.equals(term);
        if (!(pattern instanceof Term.Apply wanted) || !(term instanceof Term.Apply given) || wanted.operator() != given.operator()) return false;
        List<Term> ours = wanted.arguments();
        List<Term> theirs = given.arguments();
        if (theirs.size() > ours.size() && (wanted.operator() == Operator.ADD || wanted.operator() == Operator.MULTIPLY)) {
            // a + (b + c) for f + g
            List<Term> rest = theirs.subList(ours.size() - 1, theirs.size());
            theirs = new ArrayList<>(theirs.subList(0, ours.size() - 1));
            theirs.add(Term.apply(wanted.operator(), rest));
        }
        if (ours.size() != theirs.size()) return false;
        for (int i = 0; i < ours.size(); i++) if (!matches(ours.get(i), theirs.get(i), open, values)) return false;
        return true;
    }

    /** A term and its parts; of those under a binder the ones that do not speak of its index. */
    private static void subterms(Term term, Set<String> bound, Set<Term> found) {
        if (bound.isEmpty() || Names.free(term).stream().noneMatch(bound::contains)) found.add(term);
        Optional<Range> range = switch (term) {
            case Term.Big big -> Optional.of(big.range());
            case Term.Contract contract -> Optional.of(contract.range());
            default -> Optional.empty();
        };
        Set<String> inside = new LinkedHashSet<>(bound);
        range.ifPresent(binder -> inside.add(binder.index()));
        term.children().forEach(child -> subterms(child, inside, found));
    }

    // Squares of vectors: x^T A^T A x is one of A x, and that of u - v ties u^T v to the norms.

    /** The vectors; inner products that are written as products join the terms. */
    private static Set<Term> squares(Set<Term> terms) {
        Set<Term> vectors = new LinkedHashSet<>();
        for (Term term : List.copyOf(terms)) {
            if (!(term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort sort)) || !sort.isScalar()) continue;
            try {
                if (operator == Operator.NORM && arguments.getFirst() instanceof Term.Apply sum && sum.operator() == Operator.ADD
                        && !(sum.sort() instanceof Sort.Tensor)) vectors.add(sum);
                if (operator == Operator.INNER) pair(arguments.get(0), arguments.get(1), vectors);
                if (operator == Operator.MULTIPLY) {
                    List<Term> factors = arguments.stream().filter(factor -> !factor.sort().isScalar()).toList();
                    for (int cut = 1; cut < factors.size(); cut++) {
                        Term left = transposed(factors.subList(0, cut));
                        Term right = product(factors.subList(cut, factors.size()));
                        if (left.equals(right)) vectors.add(right);
                        else if (factors.size() == 2) pair(left, right, vectors);
                        if (!left.equals(right)) terms.add(Term.apply(Operator.INNER, left, right));
                    }
                }
            } catch (IllTyped otherShapes) {
                continue;
            }
        }
        return vectors;
    }

    private static void pair(Term left, Term right, Set<Term> vectors) {
        vectors.add(Term.subtract(left, right));
        vectors.add(Term.add(left, right));
    }

    /** From x to y and on to nothing: x is x - y and y together. */
    private static List<List<Term>> detours(Set<Term> terms) {
        List<Term> vectors = terms.stream().filter(term -> term instanceof Term.Apply apply && apply.operator() == Operator.NORM)
                .map(term -> ((Term.Apply) term).arguments().getFirst()).filter(vector -> !(vector.sort() instanceof Sort.Tensor)).toList();
        List<List<Term>> pairs = new ArrayList<>();
        for (Term x : vectors)
            for (Term y : vectors)
                if (!x.equals(y) && x.sort().equals(y.sort())) pairs.add(List.of(Term.subtract(x, y), y));
        return pairs.size() > MOST_DETOURS ? List.of() : pairs;
    }

    /** Arguments of roots, logarithms and denominators that are no plain names: their signs are worth knowing. */
    static Set<Term> withSigns(List<Formula.Relation> relations) {
        Set<Term> found = new LinkedHashSet<>();
        for (Term term : terms(relations))
            if (term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && term.sort().isScalar()) {
                Term inside = arguments.get(operator == Operator.DIVIDE ? 1 : 0);
                boolean partial = operator == Operator.SQUARE_ROOT || operator == Operator.LOGARITHM || operator == Operator.DIVIDE
                        || operator == Operator.POWER && !(arguments.get(1).sort() instanceof Sort.Int);
                if (partial && inside.sort().isScalar() && (inside instanceof Term.Apply || inside instanceof Term.Big)) found.add(inside);
            }
        return found;
    }

    private static Set<Term> denominators(Set<Term> terms) {
        Set<Term> sums = new LinkedHashSet<>();
        for (Term term : terms)
            if (term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && (operator == Operator.DIVIDE
                    || operator == Operator.POWER && arguments.get(1).equals(Term.number(-1)))) {
                Term below = arguments.get(operator == Operator.DIVIDE ? 1 : 0);
                boolean sum = below instanceof Term.Apply apply && apply.operator() == Operator.ADD || below instanceof Term.Big;
                if (sum && below.sort().isScalar()) sums.add(below);
            }
        return sums;
    }

    private static Term product(List<Term> factors) {
        return factors.size() == 1 ? factors.getFirst() : Term.apply(Operator.MULTIPLY, factors.toArray(Term[]::new));
    }

    private static Term transposed(List<Term> factors) {
        return product(factors.reversed().stream().map(factor -> factor instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored)
                && operator == Operator.TRANSPOSE ? arguments.getFirst() : Term.apply(Operator.TRANSPOSE, factor)).toList());
    }
}
