/** Pages are complete without JavaScript; charts are taken over by a script of their own (`src/client`). */
export const csr = false;
