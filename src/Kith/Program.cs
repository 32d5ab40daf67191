Console.OutputEncoding = System.Text.Encoding.UTF8;
return await Kith.CommandLine.Root.Run(args, Console.Out, Console.Error);

/// <summary>The entry point: no verb serves the product, a verb does its job and ends.</summary>
internal static partial class Program;
