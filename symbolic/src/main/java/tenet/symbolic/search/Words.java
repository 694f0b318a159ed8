package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tenet.symbolic.algebra.Matching;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Finds where an instance of a pattern occurs in a term in normal form: as a subterm, as a stretch of a matrix product
 * (cutting chains and powers where needed, also transposed, also around a trace), or among the factors of a number.
 * Untrusted.
 */
final class Words {
    /** A place: the term with the found part replaced by the argument, and the values of the pattern's indices. */
    record Place(Function<Term, Term> context, Map<String, Term> values) {
        Place under(Function<Term, Term> outer) {
            return new Place(hole -> outer.apply(context.apply(hole)), values);
        }
    }

    private final Set<String> variables;
    private final Rational coefficient;
    private final List<Term> scalars = new ArrayList<>();
    private final List<Term> letters = new ArrayList<>();
    private final Term pattern;

    Words(Term pattern, Set<String> variables) {
        this.pattern = pattern;
        this.variables = variables;
        Rational scale = Rational.ONE;
        for (Term factor : factors(pattern)) {
            if (factor instanceof Term.Number(Rational value)) scale = scale.times(value);
            else if (factor instanceof Term.Apply(Operator op, List<Term> inner, Sort s) && op == Operator.NEGATE && inner.getFirst() instanceof Term.Number(Rational v)) scale = scale.times(v.negate());
            else if (factor.sort().isScalar()) scalars.add(factor);
            else letters.add(factor);
        }
        this.coefficient = scale;
    }

    private static List<Term> factors(Term term) {
        if (term instanceof Term.Apply(Operator op, List<Term> arguments, Sort s) && op == Operator.NEGATE) {
            List<Term> all = new ArrayList<>(List.of(Term.number(-1)));
            all.addAll(factors(arguments.getFirst()));
            return all;
        }
        return term instanceof Term.Apply(Operator op, List<Term> arguments, Sort s) && op == Operator.MULTIPLY ? arguments : List.of(term);
    }

    /** Whether the pattern has anything to find: constants, sums and bare indices do not. */
    boolean usable() {
        boolean sum = pattern instanceof Term.Apply(Operator op, var arguments, var s)
                && (op == Operator.ADD || op == Operator.ZERO || op == Operator.IDENTITY);
        return !sum && !coefficient.isZero() && !(scalars.isEmpty() && letters.isEmpty()) && (!(pattern.sort() instanceof Sort.Int) || isIntegerMember());
    }

    /** Members of families of integers, such as the edges of a graph, are looked for among numbers, never in indices; likewise their distances. */
    private boolean isIntegerMember() {
        return pattern.sort() instanceof Sort.Int && (pattern instanceof Term.Symbol symbol && !symbol.indices().isEmpty()
                || pattern instanceof Term.Apply(Operator operator, var arguments, var sort) && operator == Operator.ABSOLUTE);
    }

    Rational coefficient() {
        return coefficient;
    }

    /** The pattern without its numerical coefficient. */
    Term monicTerm() {
        List<Term> factors = new ArrayList<>(scalars);
        factors.addAll(letters);
        return product(factors);
    }

    Words monic() {
        return new Words(monicTerm(), variables);
    }

    List<Place> places(Term term) {
        List<Place> found = new ArrayList<>();
        if (term.sort() instanceof Sort.Int && !isIntegerMember()) return found;
        if (Sort.same(real(pattern.sort()), real(term.sort())))
            Matching.match(pattern, term, variables).ifPresent(values -> found.add(new Place(hole -> hole, values)));
        if (term instanceof Term.Apply(Operator op, List<Term> arguments, Sort s) && op == Operator.TRACE && !letters.isEmpty()) inTrace(arguments.getFirst(), found);
        else if (!letters.isEmpty() && term.sort() instanceof Sort.Matrix && !(pattern.equals(term))) inProduct(term, found);
        else if (letters.isEmpty() && term.sort().isScalar()) amongFactors(term, found);
        descend(term, found);
        return found;
    }

    private static Sort real(Sort sort) {
        return sort.isScalar() ? Sort.REAL : sort;
    }

    private void descend(Term term, List<Place> found) {
        switch (term) {
            case Term.Apply apply -> {
                if (apply.operator() == Operator.ENTRY || apply.operator() == Operator.POWER) {
                    for (Place place : places(apply.argument(0)))
                        found.add(place.under(inner -> replace(apply, 0, inner)));
                    if (apply.operator() == Operator.POWER && apply.sort().isScalar())
                        for (Place place : places(apply.argument(1)))
                            found.add(place.under(inner -> replace(apply, 1, inner)));
                    return;
                }
                for (int i = 0; i < apply.arguments().size(); i++) {
                    int at = i;
                    // A matrix product is searched as a word; its single letters are found there.
                    boolean letter = apply.operator() == Operator.MULTIPLY && apply.argument(i).sort() instanceof Sort.Matrix && !opaque(apply.argument(i));
                    if (letter || apply.operator() == Operator.TRACE) {
                        if (letter) for (Place place : inside(apply.argument(i))) found.add(place.under(inner -> replace(apply, at, inner)));
                        else for (Place place : innards(apply.argument(0))) found.add(place.under(inner -> replace(apply, 0, inner)));
                        continue;
                    }
                    for (Place place : places(apply.argument(i))) found.add(place.under(inner -> replace(apply, at, inner)));
                }
            }
            case Term.Big big -> {
                for (Place place : places(big.body())) found.add(place.under(inner -> Term.big(big.operator(), big.range(), inner)));
            }
            case Term.Contract contract -> {
                for (Place place : places(contract.tensor())) found.add(place.under(inner -> new Term.Contract(inner, contract.range(), contract.body())));
                for (Place place : places(contract.body())) found.add(place.under(inner -> new Term.Contract(contract.tensor(), contract.range(), inner)));
            }
            case Term.Gradient gradient -> {
                for (Place place : places(gradient.at())) found.add(place.under(inner -> new Term.Gradient(gradient.function(), inner)));
            }
            case Term.Call call -> {
                for (int i = 0; i < call.arguments().size(); i++) {
                    int at = i;
                    for (Place place : places(call.arguments().get(i))) found.add(place.under(inner -> {
                        List<Term> arguments = new ArrayList<>(call.arguments());
                        arguments.set(at, inner);
                        return new Term.Call(call.function(), arguments, call.sort());
                    }));
                }
            }
            case Term.Number ignored -> { }
            case Term.Symbol ignored -> { }
            case Term.MatrixLiteral ignored -> { }
            case Term.Rate ignored -> { }
        }
    }

    /** Places strictly inside a letter: in the base of a power, under a transpose. */
    private List<Place> inside(Term letter) {
        if (letter instanceof Term.Apply(Operator op, List<Term> arguments, Sort s)) {
            if (op == Operator.TRANSPOSE) return inside(arguments.getFirst()).stream().map(place -> place.under(Term::transpose)).toList();
            if (op == Operator.POWER) return places(arguments.getFirst()).stream().map(place -> place.under(inner -> Term.power(inner, arguments.get(1)))).toList();
            if (op == Operator.ADJUGATE || op == Operator.INVERSE) return places(arguments.getFirst()).stream().map(place -> place.under(inner -> Term.apply(op, inner))).toList();
        }
        List<Place> found = new ArrayList<>();
        if (!(letter instanceof Term.Big big && big.operator() == BigOperator.CHAIN)) descend(letter, found);
        return found;
    }

    private List<Place> innards(Term product) {
        List<Place> found = new ArrayList<>();
        List<Term> word = factors(product);
        for (int i = 0; i < word.size(); i++) {
            int at = i;
            for (Place place : inside(word.get(i))) found.add(place.under(inner -> {
                List<Term> changed = new ArrayList<>(word);
                changed.set(at, inner);
                return product(changed);
            }));
        }
        return found;
    }

    private static boolean opaque(Term letter) {
        return letter instanceof Term.Apply(Operator op, var arguments, var s) && op == Operator.ADD;
    }

    private static Term replace(Term.Apply apply, int at, Term by) {
        List<Term> arguments = new ArrayList<>(apply.arguments());
        arguments.set(at, by);
        return Term.apply(apply.operator(), arguments);
    }

    // Numbers.

    private void amongFactors(Term term, List<Place> found) {
        if (scalars.isEmpty() || scalars.size() == 1 && coefficient.equals(Rational.ONE) && !(term instanceof Term.Apply)) return;
        matchFactors(0, new ArrayList<>(factors(term)), Map.of(), found);
    }

    private void matchFactors(int next, List<Term> rest, Map<String, Term> values, List<Place> found) {
        if (next == scalars.size()) {
            List<Term> left = List.copyOf(rest);
            found.add(new Place(hole -> {
                List<Term> all = new ArrayList<>(left);
                all.add(scaled(hole));
                return product(all);
            }, values));
            return;
        }
        Term wanted = new Substitution(values).apply(scalars.get(next));
        for (int i = 0; i < rest.size(); i++) {
            Optional<Map<String, Term>> match = Matching.match(wanted, rest.get(i), variables);
            if (match.isPresent()) {
                List<Term> without = new ArrayList<>(rest);
                without.remove(i);
                matchFactors(next + 1, without, merged(values, match.get()), found);
            } else if (rest.get(i) instanceof Term.Apply(Operator op, List<Term> power, Sort s) && op == Operator.POWER
                    && power.get(1) instanceof Term.Number(Rational e) && e.compareTo(Rational.of(2)) >= 0) {
                // x^e holds an x (or an x^2) and the rest of the power.
                Term base = wanted instanceof Term.Apply(Operator o, List<Term> inner, Sort t) && o == Operator.POWER ? inner.get(0) : wanted;
                Rational size = wanted instanceof Term.Apply(Operator o, List<Term> inner, Sort t) && o == Operator.POWER
                        && inner.get(1) instanceof Term.Number(Rational v) ? v : Rational.ONE;
                Optional<Map<String, Term>> inner = Matching.match(base, power.get(0), variables);
                if (inner.isPresent() && size.compareTo(e) < 0) {
                    List<Term> without = new ArrayList<>(rest);
                    without.set(i, Term.power(power.get(0), Term.number(e.minus(size))));
                    matchFactors(next + 1, without, merged(values, inner.get()), found);
                }
            }
        }
    }

    private Term scaled(Term hole) {
        return coefficient.equals(Rational.ONE) ? hole : Term.multiply(Term.number(coefficient.inverse()), hole);
    }

    // Matrix words.

    private void inProduct(Term term, List<Place> found) {
        List<Term> all = factors(term);
        List<Term> numbers = all.stream().filter(factor -> factor.sort().isScalar()).toList();
        List<Term> word = all.stream().filter(factor -> !factor.sort().isScalar()).toList();
        if (!scalars.isEmpty()) return;
        for (Stretch stretch : stretches(word))
            found.add(new Place(hole -> {
                List<Term> product = new ArrayList<>(numbers);
                product.addAll(stretch.around(hole));
                return product(product);
            }, stretch.values()));
    }

    private void inTrace(Term inner, List<Place> found) {
        List<Term> word = factors(inner);
        if (!scalars.isEmpty()) return;
        for (int by = 0; by < word.size(); by++) {
            List<Term> rotated = new ArrayList<>(word.subList(by, word.size()));
            rotated.addAll(word.subList(0, by));
            for (Stretch stretch : stretches(rotated))
                // A stretch away from the seam is found in the unrotated word already.
                if (by == 0 || stretch.from() + letters.size() > word.size() - by)
                    found.add(new Place(hole -> Term.apply(Operator.TRACE, product(stretch.around(hole))), stretch.values()));
        }
    }

    /** A stretch of a word that is an instance of the pattern. */
    private record Stretch(int from, List<Term> before, List<Term> after, boolean transposed, Rational scale, Map<String, Term> values) {
        List<Term> around(Term hole) {
            List<Term> word = new ArrayList<>(before);
            Term scaled = scale.equals(Rational.ONE) ? hole : Term.multiply(Term.number(scale.inverse()), hole);
            word.add(transposed ? Term.transpose(scaled) : scaled);
            word.addAll(after);
            return word;
        }
    }

    private List<Stretch> stretches(List<Term> word) {
        List<Stretch> found = new ArrayList<>();
        List<Term> reversed = letters.reversed().stream().map(Words::flipped).toList();
        for (boolean transposed : new boolean[] {false, true}) {
            List<Term> wanted = transposed ? reversed : letters;
            if (transposed && wanted.equals(letters)) continue;
            for (int from = 0; from + wanted.size() <= word.size(); from++) {
                int start = from;
                match(wanted, 0, word, from, Map.of(), null, (left, right, values) -> {
                    List<Term> before = new ArrayList<>(word.subList(0, start));
                    if (left != null) before.add(left);
                    List<Term> after = new ArrayList<>();
                    if (right != null) after.add(right);
                    after.addAll(word.subList(start + wanted.size(), word.size()));
                    found.add(new Stretch(start, before, after, transposed, coefficient, values));
                });
            }
        }
        return found;
    }

    private interface Matched {
        void at(Term left, Term right, Map<String, Term> values);
    }

    private void match(List<Term> wanted, int next, List<Term> word, int from, Map<String, Term> values, Term leftRest, Matched matched) {
        boolean first = next == 0;
        boolean last = next == wanted.size() - 1;
        for (Cut cut : cuts(word.get(from + next), new Substitution(values).apply(wanted.get(next)), !first, !last)) {
            Map<String, Term> all = merged(values, cut.values());
            Term left = first ? cut.left() : leftRest;
            if (last) matched.at(left, cut.right(), all);
            else match(wanted, next + 1, word, from, all, left, matched);
        }
    }

    /** A letter cut into what stands left of the pattern's letter, that letter, and what stands right of it; null for nothing. */
    private record Cut(Term left, Term right, Map<String, Term> values) {
    }

    /** @param leftmost whether nothing may remain on the left; rightmost likewise */
    private List<Cut> cuts(Term letter, Term wanted, boolean leftmost, boolean rightmost) {
        List<Cut> cuts = new ArrayList<>();
        Optional<Map<String, Term>> whole = Matching.match(wanted, letter, variables);
        if (whole.isPresent()) {
            cuts.add(new Cut(null, null, whole.get()));
            return cuts;
        }
        boolean transposed = isTransposed(letter);
        Term target = transposed ? flipped(letter) : letter;
        Term inner = transposed ? flipped(wanted) : wanted;
        if (transposed && !isTransposed(wanted) && !(inner instanceof Term.Apply)) return cuts;
        if (target instanceof Term.Big chain && chain.operator() == BigOperator.CHAIN) cutChain(chain, inner, transposed, leftmost, rightmost, cuts);
        if (letter instanceof Term.Apply(Operator op, List<Term> power, Sort s) && op == Operator.POWER && power.get(1).sort() instanceof Sort.Int
                && !(leftmost && rightmost) && !(wanted instanceof Term.Apply(Operator o, var p, var t) && o == Operator.POWER)) {
            Optional<Map<String, Term>> base = Matching.match(wanted, power.get(0), variables);
            Term rest = Term.power(power.get(0), Term.subtract(power.get(1), Term.number(1)));
            base.ifPresent(values -> cuts.add(leftmost ? new Cut(null, rest, values) : new Cut(rest, null, values)));
        }
        if (letter instanceof Term.Apply(Operator op, List<Term> power, Sort s) && op == Operator.POWER
                && wanted instanceof Term.Apply(Operator o, List<Term> part, Sort t) && o == Operator.POWER
                && part.get(1).sort() instanceof Sort.Int) {
            Optional<Map<String, Term>> base = Matching.match(part.get(0), power.get(0), variables);
            if (base.isPresent() && !(leftmost && rightmost)) {
                Term rest = Term.power(power.get(0), Term.subtract(power.get(1), new Substitution(base.get()).apply(part.get(1))));
                cuts.add(leftmost ? new Cut(null, rest, base.get()) : new Cut(rest, null, base.get()));
            }
        }
        return cuts;
    }

    private void cutChain(Term.Big chain, Term wanted, boolean transposed, boolean leftmost, boolean rightmost, List<Cut> cuts) {
        // In the untransposed product the left end is the high index.
        boolean highmost = transposed ? rightmost : leftmost;
        boolean lowmost = transposed ? leftmost : rightmost;
        if (wanted instanceof Term.Big part && part.operator() == BigOperator.CHAIN) {
            Term body = Substitution.of(part.range().index(), Term.index(chain.range().index())).apply(part.body());
            Optional<Map<String, Term>> bodies = Matching.match(body, chain.body(), variables);
            if (bodies.isEmpty()) return;
            Substitution at = new Substitution(bodies.get());
            Map<String, Term> values = new LinkedHashMap<>(bodies.get());
            Optional<Term> high = end(at.apply(part.range().high()), chain.range().high(), highmost, values);
            if (high.isEmpty()) return;
            Optional<Term> low = end(new Substitution(values).apply(part.range().low()), chain.range().low(), lowmost, values);
            if (low.isEmpty()) return;
            addCut(chain, high.get(), low.get(), transposed, values, cuts);
        } else {
            for (boolean atHigh : new boolean[] {true, false}) {
                if (highmost && !atHigh || lowmost && atHigh) continue;
                Term index = atHigh ? chain.range().high() : chain.range().low();
                Term member = Substitution.of(chain.range().index(), index).apply(chain.body());
                Matching.match(wanted, member, variables).ifPresent(values -> addCut(chain, index, index, transposed, values, cuts));
            }
        }
    }

    /** The end of the part: the chain's own end when it must touch or can be matched to it, otherwise the part's own. */
    private Optional<Term> end(Term wanted, Term own, boolean touching, Map<String, Term> values) {
        Optional<Map<String, Term>> match = Matching.match(wanted, own, variables);
        if (match.isPresent()) {
            values.putAll(match.get());
            return Optional.of(own);
        }
        boolean open = Names.free(wanted).stream().anyMatch(name -> variables.contains(name) && !values.containsKey(name));
        return touching || open ? Optional.empty() : Optional.of(wanted);
    }

    private static void addCut(Term.Big chain, Term high, Term low, boolean transposed, Map<String, Term> values, List<Cut> cuts) {
        Term above = part(chain, Term.add(high, Term.number(1)), chain.range().high(), transposed);
        Term below = part(chain, chain.range().low(), Term.subtract(low, Term.number(1)), transposed);
        cuts.add(transposed ? new Cut(below, above, values) : new Cut(above, below, values));
    }

    private static Term part(Term.Big chain, Term low, Term high, boolean transposed) {
        if (IndexPolynomial.equal(Term.add(high, Term.number(1)), low)) return null;
        Term part = Term.big(BigOperator.CHAIN, new Range(chain.range().index(), low, high), chain.body());
        return transposed ? Term.transpose(part) : part;
    }

    static boolean isTransposed(Term letter) {
        return letter instanceof Term.Apply(Operator op, var arguments, var s) && op == Operator.TRANSPOSE;
    }

    private static Term flipped(Term letter) {
        boolean symmetric = letter instanceof Term.Apply(Operator o, List<Term> power, Sort t) && o == Operator.POWER
                && !(power.get(1).sort() instanceof Sort.Int);
        if (symmetric) return letter;
        return letter instanceof Term.Apply(Operator op, List<Term> arguments, Sort s) && op == Operator.TRANSPOSE ? arguments.getFirst() : Term.transpose(letter);
    }

    private static Map<String, Term> merged(Map<String, Term> a, Map<String, Term> b) {
        Map<String, Term> all = new LinkedHashMap<>(a);
        all.putAll(b);
        return all;
    }

    static Term product(List<Term> factors) {
        return factors.size() == 1 ? factors.getFirst() : Term.multiply(factors.toArray(Term[]::new));
    }
}
