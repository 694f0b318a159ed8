"""Both sides of norm(W3 W2 W1) <= norm(W3) norm(W2) norm(W1) by NumPy: usage evaluation.py SIZE. Microseconds of processor time for each
(set OPENBLAS_NUM_THREADS=1)."""
import sys
import time
import numpy as np

n = int(sys.argv[1])
W = np.random.default_rng(1).integers(-8, 9, (3, n, n)) / 64
count = max(200, 2_000_000 // n**3)
best = []
for run in range(7):
    began = time.process_time()
    for i in range(count):
        left = np.linalg.norm(W[2] @ W[1] @ W[0])
        right = np.linalg.norm(W[2]) * np.linalg.norm(W[1]) * np.linalg.norm(W[0])
    best.append((time.process_time() - began) / count * 1e6)
print(f"numpy size={n} us={sorted(best)[3]:.2f}")
