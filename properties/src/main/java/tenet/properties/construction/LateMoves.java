package tenet.properties.construction;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import tenet.properties.exact.Draws;
import tenet.properties.exact.Move;
import tenet.symbolic.term.Rational;

/**
 * Moves single entries after all equations and inequalities were seen to, as a record says, and sees to them again by the entries that
 * did not move. A search that follows an inequality goes from one finished instance to the next so: a change of what an
 * instance is built from may change all of it. In a draw without a record nothing moves.
 */
public final class LateMoves implements HypothesisConstructor {
    /** The group of a record in which each entry has its move, in the order of declaration, members and places. */
    public static final String GROUP = "late moves";

    @Override
    public String name() {
        return "entries moved along an inequality";
    }

    @Override
    public boolean applies(Premises premises) {
        return true;
    }

    @Override
    public void construct(Draft draft) {
        List<Integer> moves = draft.draws(GROUP).choices().recorded();
        if (moves.isEmpty()) return;
        Draws draws = draft.drawsAgain("after late moves ");
        Draft mended = new Draft(draft.premises(), draws, draft.instance(), true);
        int place = 0;
        for (Member member : draft.members())
            for (Member.Entry entry : draft.entries(member)) {
                int move = place < moves.size() ? moves.get(place) : 0;
                place++;
                if (move <= 0) continue;
                mended.set(entry, moved(mended.number(entry), move));
                mended.settle(entry);
            }
        List<HypothesisConstructor> again = List.of(new Recursions(), new Equations(), new Inequalities());
        for (HypothesisConstructor constructor : again) if (constructor.applies(draft.premises())) constructor.construct(mended);
        draft.restore(mended.instance());
    }

    /** Even moves keep the sign, and odd ones turn it; the first of both makes zero. What is zero becomes the factor itself. */
    private static Rational moved(Rational number, int move) {
        if (move <= 2) return Rational.ZERO;
        Rational factor = Move.factor((move - 1) / 2 - 1);
        Rational size = number.isZero() ? factor : number.times(factor);
        return move % 2 == 0 ? size.negate() : size;
    }

    /** A move that is a little, or much, larger or smaller; now and then zero, or with the other sign. */
    public static int edited(int move, UniformRandomProvider random) {
        int size = move <= 2 ? 0 : (move - 1) / 2 - 1;
        int sign = move > 0 && move % 2 == 0 ? 1 : 0;
        return switch (random.nextInt(10)) {
            case 0 -> 1;
            case 1 -> 3 + 2 * size + (1 - sign);
            default -> 3 + 2 * Move.edited(size, random) + sign;
        };
    }
}
