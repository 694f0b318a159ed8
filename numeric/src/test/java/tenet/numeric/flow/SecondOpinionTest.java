package tenet.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenet.symbolic.term.Term.negate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {
    private static final List<Double> TIMES = List.of(0.5, 1.0, 2.0, 4.0);
    private static final Motion.Limits LIMITS = Motion.Limits.DEFAULT;

    private static VectorField completion() {
        return Systems.completion(List.of(Systems.matrix("1", "1/3", "0", "1/2"), Systems.matrix("1/2", "-1/4", "1", "1")));
    }

    /** Right but for its clock. */
    private record Wrong(double factor) implements SecondOpinion.Integrator {
        @Override
        public String name() {
            return "a wrong method";
        }

        @Override
        public List<double[]> at(Velocity velocity, double[] start, List<Double> times, Motion.Limits limits) {
            return new Extrapolation().at(velocity, start, times.stream().map(time -> time * factor).toList(), limits);
        }
    }

    @Test
    void another_family_of_methods_confirms_a_trajectory() {
        for (VectorField field : List.of(Systems.oscillator(), completion(), Systems.scalar(negate(Systems.x()), "1"))) {
            var opinion = new SecondOpinion(LIMITS, 1e-8).of(new Motion(field).until(4), TIMES);
            assertEquals(Optional.empty(), opinion.disagreement());
            assertEquals(4, opinion.confirmed());
        }
    }

    @Test
    void a_wrong_one_is_noticed_and_both_numbers_are_told() {
        VectorField field = Systems.scalar(negate(Systems.x()), "1");
        var opinion = new SecondOpinion(LIMITS, 1e-6, new Wrong(1.001)).of(new Motion(field).until(4), TIMES);
        var disagreement = opinion.disagreement().orElseThrow();
        assertEquals(0.5, disagreement.time());
        assertEquals(Math.exp(-0.5), disagreement.first(), 1e-9);
        assertEquals(Math.exp(-0.5005), disagreement.second(), 1e-9);
        assertTrue(disagreement.told().startsWith("x at t = 0.5000 is 0.60653065"), disagreement.told());
        assertTrue(disagreement.told().endsWith("by a wrong method"), disagreement.told());
        assertEquals(0, opinion.confirmed());
    }

    @Test
    void a_difference_within_the_bound_is_none() {
        VectorField field = Systems.scalar(negate(Systems.x()), "1");
        assertEquals(Optional.empty(), new SecondOpinion(LIMITS, 1e-6, new Wrong(1 + 1e-8)).of(new Motion(field).until(4), TIMES).disagreement());
    }

    @Test
    void where_the_second_method_gives_up_nothing_is_confirmed() {
        Trajectory trajectory = new Motion(Systems.oscillator()).until(4);
        var tired = new SecondOpinion(new Motion.Limits(1e-10, 150, 60), 1e-6, new Extrapolation()).of(trajectory, TIMES);
        assertEquals(Optional.empty(), tired.disagreement());
        assertTrue(tired.confirmed() < 4);
        assertEquals(new SecondOpinion.Opinion(0, Optional.empty()), new SecondOpinion(LIMITS, 1e-6).of(trajectory, List.of()));
    }

    @Test
    void entries_have_names() {
        VectorField field = completion();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < field.dimension(); i++) names.add(field.entry(i));
        assertEquals(List.of("W[1][1,1]", "W[1][1,2]", "W[1][2,1]", "W[1][2,2]", "W[2][1,1]", "W[2][1,2]", "W[2][2,1]", "W[2][2,2]"), names);
        assertEquals("x", Systems.scalar(Systems.x(), "1").entry(0));
    }
}
