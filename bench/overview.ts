import { Prisma } from '@/prisma/generated/client/client';
import { today } from '@/server/clock';
