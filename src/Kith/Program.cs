Console.WriteLine("kith");
