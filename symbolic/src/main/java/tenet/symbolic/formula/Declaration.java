package tenet.symbolic.formula;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** A name that a theory or claim introduces. Families have one range per index; sorts may mention the indices. */
public sealed interface Declaration {
    String name();

    /** A constant of the problem (depth, width, step, decay), with what is assumed of it. */
    record Parameter(String name, List<Range> indices, Sort sort, List<Bound> bounds) implements Declaration {
        public Parameter {
            indices = List.copyOf(indices);
            bounds = List.copyOf(bounds);
        }
    }

    /** {@code >= 2}, {@code < 1}, ...; {@code nat} gives the bound {@code >= 0}. */
    record Bound(Comparison comparison, Term term) {
    }

    /**
     * A quantity of the state. It is moved by a {@link Flow} if there is one; otherwise it {@link Motion#MOVING moves}
     * differentiably in an unknown way, or is {@link Motion#FIXED}.
     */
    record Variable(String name, List<Range> indices, Sort sort, Motion motion) implements Declaration {
        public Variable {
            indices = List.copyOf(indices);
        }
    }

    enum Motion { FIXED, MOVING }

    /**
     * A function of one or more arguments, constant in time. Without a body it is arbitrary; a real function of one
     * argument is then assumed continuously differentiable with locally Lipschitz gradient when {@code smooth}.
     */
    record Function(String name, List<Sort> arguments, Sort result, boolean smooth, Optional<Body> body) implements Declaration {
        public Function {
            arguments = List.copyOf(arguments);
        }
    }

    /** The definition of a function: formal names, in order, and a term in them. */
    record Body(List<String> formals, Term term) {
        public Body {
            formals = List.copyOf(formals);
        }
    }

    /** An abbreviation, possibly a family: {@code let E = chain(W, L, 1)}. */
    record Definition(String name, List<Range> indices, Term body) implements Declaration {
        public Definition {
            indices = List.copyOf(indices);
        }
    }

    /**
     * The equation of motion of a variable: {@code name[indices]' = law}, where a gradient flow's law is computed
     * from its potential. {@code name()} is the variable's; its indices are called as in {@code indices}.
     */
    record Flow(String name, List<String> indices, Law law) implements Declaration {
        public Flow {
            indices = List.copyOf(indices);
        }
    }

    sealed interface Law {
        /** {@code x' = -rate * d(potential)/dx}. The potential is a scalar; the rate is a scalar term. */
        record Descends(Term potential, Optional<Term> rate) implements Law {
        }

        /** {@code x' = velocity}. */
        record Follows(Term velocity) implements Law {
        }
    }
}
