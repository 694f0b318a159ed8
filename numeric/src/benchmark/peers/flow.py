"""P5 by SciPy: usage flow.py DEPTH WIDTH END RTOL [METHOD]; the data of FlowBenchmark. Prints the median processor time of five runs (set OPENBLAS_NUM_THREADS=1)."""
import sys
import time
import numpy as np
from scipy.integrate import solve_ivp

L, d, end, rtol = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])
method = sys.argv[5] if len(sys.argv) > 5 else "DOP853"
i, j = np.meshgrid(np.arange(d), np.arange(d), indexing="ij")
if d == 2:
    Y = (i + j == 1).astype(float)
    M = (i + j > 0).astype(float)
else:
    Y = 2 * (np.cos(3 * i) * np.sin(5 * j + 1) + np.sin(2 * i + 1) * np.cos(7 * j)) / np.sqrt(d)
    M = ((7919 * i + 104729 * j + 31 * i * j) % 10 < 3).astype(float)
start = np.concatenate([(0.1 ** (1 / L) * np.eye(d)).ravel() for _ in range(L)])


def rhs(t, v):
    W = v.reshape(L, d, d)
    before = [None]
    for l in range(L):
        before.append(W[l] if before[-1] is None else W[l] @ before[-1])
    behind = M * (before[L] - Y)
    out = np.empty_like(W)
    for l in range(L - 1, -1, -1):
        out[l] = -behind if before[l] is None else -(behind @ before[l].T)
        if l > 0:
            behind = W[l].T @ behind
    return out.ravel()


seconds = []
for run in range(5):
    began = time.process_time()
    s = solve_ivp(rhs, (0.0, end), start, method=method, rtol=rtol, atol=rtol)
    seconds.append(time.process_time() - began)
W = s.y[:, -1].reshape(L, d, d)
drift = max(np.abs(W[l + 1].T @ W[l + 1] - W[l] @ W[l].T).max() for l in range(L - 1))
E = W[0]
for l in range(1, L):
    E = W[l] @ E
loss = 0.5 * np.sum((M * (E - Y)) ** 2)
print(f"{method} L={L} d={d} end={end:g} steps={len(s.t) - 1} evaluations={s.nfev} "
      f"cpu ms={1000 * sorted(seconds)[2]:.1f} loss={loss:.6e} drift={drift:.1e}")
