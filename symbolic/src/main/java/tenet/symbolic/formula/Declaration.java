package tenet.symbolic.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** A name that a theory or claim introduces. Families have one range per index; sorts may mention the indices. */
public sealed interface Declaration {
    String name();

    /** The names that its ranges, sorts and terms mention. */
    default Set<String> mentions() {
        Set<String> names = new LinkedHashSet<>();
        Consumer<Sort> sorts = sort -> names.addAll(Names.free(new Term.Symbol(name(), List.of(), sort)));
        Consumer<List<Range>> ranges = indices -> indices.forEach(range -> {
            names.addAll(Names.free(range.low()));
            range.upper().ifPresent(bound -> names.addAll(Names.free(bound)));
            range.except().ifPresent(bound -> names.addAll(Names.free(bound)));
        });
        switch (this) {
            case Parameter parameter -> {
                ranges.accept(parameter.indices());
                sorts.accept(parameter.sort());
                parameter.bounds().forEach(bound -> names.addAll(Names.free(bound.term())));
            }
            case Variable variable -> {
                ranges.accept(variable.indices());
                sorts.accept(variable.sort());
            }
            case Function function -> {
                function.arguments().forEach(sorts);
                sorts.accept(function.result());
                function.body().ifPresent(body -> {
                    Set<String> inside = new LinkedHashSet<>(Names.free(body.term()));
                    body.formals().forEach(inside::remove);
                    names.addAll(inside);
                });
            }
            case Definition definition -> {
                ranges.accept(definition.indices());
                names.addAll(Names.free(definition.body()));
            }
            case Flow(String moved, List<String> indices, Law.Follows(Term velocity)) -> names.addAll(Names.free(velocity));
            case Flow(String moved, List<String> indices, Law.Descends(Term potential, var rate)) -> {
                names.addAll(Names.free(potential));
                rate.ifPresent(term -> names.addAll(Names.free(term)));
            }
        }
        if (!(this instanceof Flow)) names.remove(name());
        return names;
    }

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
