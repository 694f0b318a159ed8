package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Matrices;
import tenet.properties.exact.Bounds;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code 0 < s < 1}, {@code a <= b}: a number between terms that do not mention it. Once before and once after what has a structure is
 * built, because that may change the terms.
 */
final class SimpleBounds implements HypothesisConstructor {
    /** The last one is a square and a cube. */
    private static final List<Rational> LITTLE = List.of(Rational.of(1, 10), Rational.of(1, 100), Rational.of(1, 1000), Rational.of(1, 1_000_000));

    private final boolean again;
    private final String pass;

    /** @param again whether this is the second pass, for bounds given by vectors or matrices */
    SimpleBounds(boolean again) {
        this.again = again;
        this.pass = again ? "again " : "";
    }

    @Override
    public String name() {
        return "bounds of numbers";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.inequalities().anyMatch(clause -> bare(clause.relation().left(), premises) || bare(clause.relation().right(), premises));
    }

    private static boolean bare(Term term, Premises premises) {
        return term instanceof Term.Symbol symbol && term.sort().isScalar() && premises.isChosen(symbol.name());
    }

    private record Bound(Member member, Comparison comparison, Term limit) {
    }

    @Override
    public void construct(Draft draft) {
        List<Bound> bounds = new ArrayList<>();
        draft.premises().inequalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Formula.Relation relation = ground.relation();
                bound(relation.left(), relation.comparison(), relation.right(), draft).ifPresent(bounds::add);
                bound(relation.right(), relation.comparison().reversed(), relation.left(), draft).ifPresent(bounds::add);
            }
        });
        for (Member member : bounds.stream().filter(bound -> !again || speaksOfStructure(bound.limit())).map(Bound::member).distinct().toList()) {
            Bounds allowed = Bounds.NONE;
            for (Bound bound : bounds) if (bound.member().equals(member)) allowed = narrowed(allowed, bound, draft);
            Member.Entry entry = new Member.Entry(member, 0);
            if (draft.atEdge() && !draft.draws(pass + "edge of " + member).choices().once(4) && toEdge(entry, allowed, draft)) continue;
            if (!allowed.contains(draft.number(entry))) draft.set(entry, draft.draws(pass + "bounded " + member).within(allowed));
        }
    }

    /** Whether a vector, matrix or tensor is in it, and no arbitrary function: those are fitted to the numbers. */
    private static boolean speaksOfStructure(Term limit) {
        return mentions(limit, term -> term instanceof Term.Symbol && !term.sort().isScalar()) && !mentions(limit, Term.Call.class::isInstance);
    }

    private static boolean mentions(Term term, Predicate<Term> kind) {
        return kind.test(term) || term.children().stream().anyMatch(child -> mentions(child, kind));
    }

    /** To the lower bound, or to an upper one that something else gives, which is what a hypothesis is about. */
    private boolean toEdge(Member.Entry entry, Bounds allowed, Draft draft) {
        if (allowed.low().isEmpty()) return false;
        boolean up = again && allowed.high().isPresent() && !allowed.highOpen() && allowed.contains(allowed.high().get())
                && draft.draws(pass + "upper edge of " + entry.member()).choices().once(2);
        draft.set(entry, up ? allowed.high().get() : low(allowed, entry.member(), draft));
        return true;
    }

    /** The lower bound, or a little more where it is not allowed itself. */
    private Rational low(Bounds allowed, Member member, Draft draft) {
        if (!allowed.lowOpen()) return allowed.low().get();
        Rational above = LITTLE.get(draft.draws(pass + "little above the bound of " + member).choices().below(LITTLE.size()));
        Rational length = allowed.high().map(high -> high.minus(allowed.low().get())).orElse(Rational.ONE);
        return allowed.low().get().plus(above.times(length));
    }

    private static Optional<Bound> bound(Term side, Comparison comparison, Term limit, Draft draft) {
        if (!side.sort().isScalar() || !(side instanceof Term.Symbol symbol) || Names.occursFree(symbol.name(), limit)) return Optional.empty();
        return draft.member(side).filter(draft::isFree).map(member -> new Bound(member, comparison, limit));
    }

    private static Bounds narrowed(Bounds bounds, Bound bound, Draft draft) {
        try {
            Rational limit = new Matrices<>(new Rationals()).number(draft.exact().evaluate(bound.limit()));
            Bounds narrower = bounds.and(bound.comparison(), limit);
            // One that leaves nothing, declared bounds first, may be met by what is in its term.
            return isEmpty(narrower) ? bounds : narrower;
        } catch (NoValue irrational) {
            // Left to verification, which knows intervals.
            return bounds;
        }
    }

    private static boolean isEmpty(Bounds bounds) {
        if (bounds.low().isEmpty() || bounds.high().isEmpty()) return false;
        int side = bounds.low().get().compareTo(bounds.high().get());
        return side > 0 || side == 0 && (bounds.lowOpen() || bounds.highOpen());
    }
}
