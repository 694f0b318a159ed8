package tenet.properties.exact;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import tenet.symbolic.term.Rational;

/**
 * By what factor a search moves a drawn number: about a tenth of a power of ten at a time, up to six powers of ten, and besides a hundredth at
 * a time. A move is a number, 0 for none, so that it fits among recorded choices. Hand in hand with random draws, which reach each
 * kind of instance, moves follow an inequality to where it fails.
 */
public final class Move {
    /** Ten to the power of 0, 1/10, ..., 9/10, rounded to short numbers. */
    private static final List<Rational> TENTHS = List.of(Rational.ONE, Rational.of(5, 4), Rational.of(8, 5), Rational.of(2), Rational.of(5, 2), Rational.of(3),
            Rational.of(4), Rational.of(5), Rational.of(6), Rational.of(8));
    private static final int FARTHEST = 60;
    private static final int FINEST = 20;
    private static final int COARSE = 2 * FARTHEST + 1;

    private Move() {
    }

    /** The factor that a move stands for, which is positive. */
    public static Rational factor(int move) {
        if (move == 0) return Rational.ONE;
        int tenths = signed(move % COARSE);
        int hundredths = Math.min(FINEST, Math.max(-FINEST, signed(move / COARSE)));
        Rational coarse = TENTHS.get(Math.floorMod(tenths, TENTHS.size())).times(Rational.of(10).power(Math.floorDiv(tenths, TENTHS.size())));
        return coarse.times(Rational.of(100 + hundredths, 100));
    }

    /** A move that is a little, or much, larger or smaller. */
    public static int edited(int move, UniformRandomProvider random) {
        int tenths = signed(move % COARSE);
        int hundredths = signed(move / COARSE);
        int sign = random.nextBoolean() ? 1 : -1;
        switch (random.nextInt(8)) {
            case 0 -> hundredths += sign;
            case 1 -> hundredths += 5 * sign;
            case 2 -> {
                tenths = 0;
                hundredths = 0;
            }
            case 3, 4 -> tenths += sign;
            case 5 -> tenths += 3 * sign;
            case 6 -> tenths += 10 * sign;
            default -> tenths += 20 * sign;
        }
        return coded(limited(tenths, FARTHEST)) + COARSE * coded(limited(hundredths, FINEST));
    }

    private static int limited(int number, int most) {
        return Math.max(-most, Math.min(most, number));
    }

    /** 0, 1, -1, 2, -2 and so on for 0, 1, 2, 3, 4. */
    private static int signed(int code) {
        return code % 2 == 1 ? (code + 1) / 2 : -code / 2;
    }

    private static int coded(int number) {
        return number > 0 ? 2 * number - 1 : -2 * number;
    }
}
