// What __builtin_add_overflow, _sub_ and _mul_ do: exact arithmetic, then the question whether the result's type can hold it.

/* A whole number between -2^128 and 2^128: its sign, and its size in two halves. */
struct whole {
	_Bool negative;
	unsigned long high, low;
};

static struct whole whole_of(unsigned long bits, int is_signed)
{
	struct whole w = { is_signed && (long)bits < 0, 0, bits };

	if (w.negative)
		w.low = -bits;
	return w;
}

static _Bool is_less(struct whole a, struct whole b)
{
	return a.high != b.high ? a.high < b.high : a.low < b.low;
}

static struct whole sum(struct whole a, struct whole b)
{
	struct whole c = a;

	if (a.negative == b.negative) {
		c.low = a.low + b.low;
		c.high = a.high + b.high + (c.low < a.low);
	} else if (is_less(a, b)) {
		c = sum(b, a);
	} else {
		c.low = a.low - b.low;
		c.high = a.high - b.high - (a.low < b.low);
	}
	return c;
}

static struct whole product(struct whole a, struct whole b)
{
	unsigned long al = a.low & 0xffffffff, ah = a.low >> 32, bl = b.low & 0xffffffff, bh = b.low >> 32;
	unsigned long middle = ah * bl + (al * bl >> 32), other = al * bh + (middle & 0xffffffff);
	struct whole c = { a.negative != b.negative, ah * bh + (middle >> 32) + (other >> 32), a.low * b.low };

	return c;
}

static _Bool fits(struct whole w, int bits, int is_signed)
{
	unsigned long most = is_signed ? (1ul << (bits - 1)) - !w.negative : bits == 64 ? -1ul : (1ul << bits) - 1;

	if (w.negative && !is_signed)
		return w.high == 0 && w.low == 0;
	return w.high == 0 && w.low <= most;
}

/* `signs`: bit 0 for a, bit 1 for b, bit 2 for the result, each set when the type is signed. */
_Bool __arithmetic_overflow(int operation, unsigned long a, unsigned long b, int signs, int bytes, void *result)
{
	struct whole x = whole_of(a, signs & 1), y = whole_of(b, signs & 2), z;
	unsigned long bits;

	if (operation == '-')
		y.negative = !y.negative;
	z = operation == '*' ? product(x, y) : sum(x, y);
	bits = z.negative ? -z.low : z.low;
	__builtin_memcpy(result, &bits, bytes);
	return !fits(z, bytes * 8, signs & 4);
}
